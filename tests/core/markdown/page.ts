import { parsePage } from '../../../src/core/parse-page.ts';
import type { Highlight, ParsedPage } from '../../../src/core/model/parsed.ts';

/** A page from its text. */
export const page = (text: string, path = 'page.md', highlight: Highlight = () => undefined): ParsedPage =>
  parsePage({ path, text }, { headingWords: {}, highlight });

export const html = (text: string, path?: string): string => page(text, path).body.html;
