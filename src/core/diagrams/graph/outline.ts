import { LINE_HEIGHT, polygon, rect, short, sizeOf, type Box, type Size } from '../svg.ts';
import type { Lines, Shape } from '../model.ts';

/** How large a node has to be for its text. */
export function nodeSize(shape: Shape, label: Lines): Size {
  const text = sizeOf(label);
  const width = Math.max(text.width, 12);
  const height = Math.max(text.height, LINE_HEIGHT);
  switch (shape) {
    case 'start':
      return { width: 16, height: 16 };
    case 'end':
      return { width: 20, height: 20 };
    case 'bar':
      return { width: 70, height: 8 };
    case 'text':
      return { width: width + 8, height: height + 6 };
    case 'circle':
    case 'double-circle': {
      const across = Math.ceil(Math.hypot(width, height)) + (shape === 'circle' ? 12 : 20);
      return { width: across, height: across };
    }
    case 'diamond': {
      const more = Math.max(48, width * 0.45, height * 1.6);
      return { width: width + more, height: Math.ceil(((height + 6) * (width + more)) / more) };
    }
    case 'cylinder':
      return { width: width + 28, height: height + 36 };
    case 'subroutine':
      return { width: width + 44, height: height + 20 };
    case 'stadium':
      return { width: width + 20 + (height + 20) / 2, height: height + 20 };
    case 'hexagon':
    case 'flag':
      return { width: width + 20 + (height + 20) / 2, height: height + 20 };
    case 'lean-left':
    case 'lean-right':
    case 'trapezoid':
    case 'trapezoid-down':
      return { width: width + 20 + height / 2 + 10, height: height + 20 };
    default:
      return { width: width + 28, height: height + 20 };
  }
}

/** The line around a node. */
export function outline(shape: Shape, box: Box): string {
  const { x, y, width, height } = box;
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const slant = height / 4;
  switch (shape) {
    case 'text':
      return '';
    case 'round':
      return rect(box, ' rx="8"');
    case 'stadium':
      return rect(box, ` rx="${short(height / 2)}"`);
    case 'note':
      return rect(box, ' class="note"');
    case 'bar':
      return rect(box, ' class="full"');
    case 'start':
      return circle(box, width / 2, ' class="full"');
    case 'end':
      return circle(box, width / 2) + circle(box, width / 2 - 4, ' class="full"');
    case 'circle':
      return circle(box, width / 2);
    case 'double-circle':
      return circle(box, width / 2) + circle(box, width / 2 - 4);
    case 'subroutine':
      return `${rect(box)}<path d="M${short(left + 8)} ${short(top)}V${short(bottom)}M${short(right - 8)} ${short(top)}V${short(bottom)}"/>`;
    case 'cylinder': {
      const arc = `a${short(width / 2)} 8 0 0`;
      const lid = `${arc} 0 ${short(width)} 0`;
      return `<path d="M${short(left)} ${short(top + 8)}${lid}${arc} 0 ${short(-width)} 0V${short(bottom - 8)}${lid}V${short(top + 8)}"/>`;
    }
    case 'diamond':
      return polygon([[x, top], [right, y], [x, bottom], [left, y]]); // prettier-ignore
    case 'hexagon':
      return polygon([[left + slant, top], [right - slant, top], [right, y], [right - slant, bottom], [left + slant, bottom], [left, y]]); // prettier-ignore
    case 'lean-right':
      return polygon([[left + slant, top], [right, top], [right - slant, bottom], [left, bottom]]); // prettier-ignore
    case 'lean-left':
      return polygon([[left, top], [right - slant, top], [right, bottom], [left + slant, bottom]]); // prettier-ignore
    case 'trapezoid':
      return polygon([[left + slant, top], [right - slant, top], [right, bottom], [left, bottom]]); // prettier-ignore
    case 'trapezoid-down':
      return polygon([[left, top], [right, top], [right - slant, bottom], [left + slant, bottom]]); // prettier-ignore
    case 'flag':
      return polygon([[left, top], [right, top], [right, bottom], [left, bottom], [left + slant, y]]); // prettier-ignore
    case 'box':
      return rect(box);
  }
}

const circle = ({ x, y }: Box, radius: number, more = ''): string =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"${more}/>`;
