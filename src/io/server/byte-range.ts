/** Which bytes of a file of `size` a `Range` header asks for: both ends count. */
export type ByteRange = Readonly<{ start: number; end: number }>;

/** Undefined when all of it is to be sent: there is no header, none that we understand, or it asks for several ranges. */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from === '') return within(Math.max(0, size - Number(to)), size - 1);
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return within(Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1));
}

const within = (start: number, end: number): ByteRange | 'unsatisfiable' =>
  start <= end ? { start, end } : 'unsatisfiable';
