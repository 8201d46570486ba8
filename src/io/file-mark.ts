import type { Stats } from 'node:fs';

/** Size, times and inode of a file: whoever writes to it changes one of them. */
export const fileMark = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
