import { isUtf8 } from 'node:buffer';

/** `damagedLine` is the first line with bytes that are no text in the file's encoding. */
export type DecodedText = Readonly<{ text: string; damagedLine?: number }>;

/** UTF-8, or UTF-16 when a byte order mark says so. The mark itself is not part of the text. */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = bytes.toString('utf8', marked ? 3 : 0);
  return isUtf8(bytes) ? { text } : { text, damagedLine: lineOfBadUtf8(bytes) };
}

/** A NUL near the start means that the bytes are no text, unless they are UTF-16, which is full of them. */
export function looksBinary(start: Buffer): boolean {
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return !utf16 && start.subarray(0, 8192).includes(0);
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const damage = text.indexOf('\uFFFD');
  return damage < 0 ? { text } : { text, damagedLine: text.slice(0, damage).split('\n').length };
}

function lineOfBadUtf8(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop + 1;
  }
  return line;
}
