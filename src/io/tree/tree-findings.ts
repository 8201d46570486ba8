import type { Finding } from '../../core/model/finding.ts';

const at = (path: string, line = 1) => ({ path, line });

export const unreadable = (path: string, reason: string): Finding => ({
  rule: 'unreadable',
  severity: 'warning',
  place: at(path),
  message: `This file or folder can't be read: ${reason}.`,
  hint: 'Give the account that builds the site the right to read it, or name it in .gitignore or under exclude: in blackstart.yaml.',
});

export const leadsNowhere = (path: string): Finding => ({
  rule: 'unreadable',
  severity: 'warning',
  place: at(path),
  message: 'This symbolic link leads to nothing.',
  hint: 'Point it to a file of the lab, or remove it.',
});

export const linkOutsideLab = (path: string): Finding => ({
  rule: 'link-outside-lab',
  severity: 'warning',
  place: at(path),
  message: 'This symbolic link leads out of the lab, so what it leads to is not read.',
  hint: 'Put a copy of the file into the lab, or name the link in .gitignore.',
});

export const tooDeep = (path: string): Finding => ({
  rule: 'unreadable',
  severity: 'error',
  place: at(path),
  message: 'This path is more than 64 folders deep, so it is not read.',
  hint: 'Move it closer to the root of the lab, or name its folder in .gitignore.',
});

export const tooLarge = (path: string, size: number): Finding => ({
  rule: 'too-large',
  severity: 'hint',
  place: at(path),
  message: `This text has ${(size / 1_000_000).toFixed(1)} MB, and pages end at 2 MB: it is linked as a file and not read.`,
  hint: 'Split it into pages, or leave it as it is if a link to the file is enough.',
});

export const binaryFile = (path: string): Finding => ({
  rule: 'binary-file',
  severity: 'warning',
  place: at(path),
  message:
    'The name of this file says that it is text, but it holds binary data: it is linked as a file and not read.',
  hint: 'Save it as UTF-8 text, or give it the ending that says what it is.',
});

export const badEncoding = (path: string, line: number): Finding => ({
  rule: 'encoding',
  severity: 'warning',
  place: at(path, line),
  message: "This line has bytes that are not valid text; they are shown as '\uFFFD'.",
  hint: 'Save the file as UTF-8.',
});
