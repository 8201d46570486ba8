import type { Bit, Facet } from '../core/views/rows.ts';
import { kindTexts, modeTexts, texts } from './texts.ts';

const FACET_TEXTS: Readonly<Partial<Record<Facet, string>>> = { owner: 'Who' };

export const facetText = (facet: Facet): string =>
  FACET_TEXTS[facet] ?? facet.charAt(0).toUpperCase() + facet.slice(1);

/** A value of a facet as people read it. */
export function valueText(facet: Facet, value: string): string {
  if (facet === 'kind' && value in kindTexts) return kindTexts[value as keyof typeof kindTexts].many;
  if (facet === 'status' && value === 'unstated') return texts.unstated;
  if (facet === 'language') return new Intl.DisplayNames('en', { type: 'language' }).of(value) ?? value;
  return facet === 'mode' && (value === 'production' || value === 'sandbox') ? modeTexts[value] : value;
}

export function bitText(bit: Bit): string {
  switch (bit.type) {
    case 'kind':
      return kindTexts[bit.kind].one;
    case 'host':
      return `on ${bit.text}`;
    case 'provides':
      return `provides ${bit.text}`;
    case 'steps':
      return bit.count === 1 ? '1 step' : `${bit.count} steps`;
    case 'minutes':
    case 'lasted':
      return durationText(bit.count);
    default:
      return bit.text;
  }
}

/** `1 h 22 min`, `3 d 4 h`. */
export function durationText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
}
