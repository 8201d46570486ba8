import { codeTexts } from '../site/texts.ts';

const BLOCK = /<pre(?: class="[^"]*")?(?: data-role="(check|change|expect)")? tabindex="0">[^]*?<\/pre>/g;

/** The HTML of a page with each block of code in a frame, which says what it is for and has room for a button. */
export const framedCode = (html: string): string =>
  html.replace(BLOCK, (pre, role: keyof typeof codeTexts | undefined) =>
    role
      ? `<div class="code" data-role="${role}"><p class="role">${codeTexts[role]}</p>${pre}</div>`
      : `<div class="code">${pre}</div>`,
  );
