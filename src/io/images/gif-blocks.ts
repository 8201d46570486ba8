/**
 * A GIF without comments, text and what programs left in it: only its frames, their timing and how often they repeat.
 * Its blocks are copied, since packing an animation anew takes minutes and loses colours. Undefined when it is cut off.
 */
export function withoutComments(gif: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(gif.buffer, gif.byteOffset, gif.length);
  let at = HEADER + colourTable(bytes[10] ?? 0);
  const kept = [bytes.subarray(0, at)];
  while (at < bytes.length && bytes[at] !== TRAILER) {
    const end = blockEnd(bytes, at);
    if (end === undefined) return undefined;
    if (isKept(bytes.subarray(at, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return at > bytes.length ? undefined : Buffer.concat([...kept, Buffer.from([TRAILER])]);
}

const HEADER = 13;
const [TRAILER, IMAGE, EXTENSION] = [0x3b, 0x2c, 0x21];

const colourTable = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

function blockEnd(bytes: Buffer, at: number): number | undefined {
  if (bytes[at] === EXTENSION) return chainEnd(bytes, at + 2);
  if (bytes[at] === IMAGE) return chainEnd(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
  return undefined;
}

/** End of the pieces that begin at `at`, each after its length, the last of length 0. */
function chainEnd(bytes: Buffer, at: number): number | undefined {
  let end = at;
  for (let length = bytes[end]; length !== undefined; length = bytes[end]) {
    end += 1 + length;
    if (length === 0) return end;
  }
  return undefined;
}

/** Frames, their timing, and the number of repeats, each in its only regular length. */
function isKept(block: Buffer): boolean {
  if (block[0] === IMAGE) return true;
  const [, label] = block;
  if (label === 0xf9) return block.length === 8;
  return (
    label === 0xff &&
    block.length === 19 &&
    /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(block.toString('latin1', 3, 14))
  );
}
