import { ICONS } from '../components/icons.ts';
import { copyTexts } from '../site/texts.ts';

const PAUSE = 2000;

/** Puts a button on each block of code that somebody may want to run. */
export function offerCopies(): void {
  for (const frame of document.querySelectorAll('.code:not([data-role="expect"])')) {
    const code = frame.querySelector('pre');
    if (code) frame.append(buttonFor(code));
  }
}

function buttonFor(code: HTMLElement): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  const show = (state: 'copy' | 'done') => {
    button.replaceChildren(icon(ICONS[state]));
    button.ariaLabel = button.title = copyTexts[state];
  };
  show('copy');
  let timer: number | undefined;
  button.addEventListener('click', async () => {
    if (!(await copied(code))) return;
    show('done');
    clearTimeout(timer);
    timer = window.setTimeout(() => show('copy'), PAUSE);
  });
  return button;
}

/** Over plain HTTP, as many labs are served, browsers offer only the old way. */
async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return document.execCommand('copy');
  }
}

function icon(lines: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.ariaHidden = 'true';
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
