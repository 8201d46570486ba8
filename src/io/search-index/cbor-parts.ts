/** The first bytes of a list in CBOR, and each of its items, as they are. `data` is numbers, texts and lists of them. */
export function cborParts(data: Buffer): { head: Buffer; parts: Buffer[] } {
  const { type, value, next } = headAt(data, 0);
  if (type !== LIST) throw new Error('A list in CBOR was expected');
  const parts: Buffer[] = [];
  let at = next;
  for (let count = 0; count < value; count += 1) {
    const end = endOf(data, at);
    parts.push(data.subarray(at, end));
    at = end;
  }
  return { head: data.subarray(0, next), parts };
}

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

/** Where the item at `start` ends. */
function endOf(data: Buffer, start: number): number {
  let at = start;
  for (let open = 1; open > 0; open -= 1) {
    const { type, value, next } = headAt(data, at);
    if (type !== NUMBER && type !== TEXT && type !== LIST)
      throw new Error(`CBOR of type ${type} was not expected`);
    at = type === TEXT ? next + value : next;
    if (type === LIST) open += value;
  }
  return at;
}

function headAt(data: Buffer, at: number): { type: number; value: number; next: number } {
  const first = data[at];
  if (first === undefined) throw new Error('CBOR ends too early');
  const type = first >> 5;
  const small = first & 31;
  if (small < 24) return { type, value: small, next: at + 1 };
  const size = { 24: 1, 25: 2, 26: 4 }[small];
  if (size === undefined) throw new Error('CBOR holds a number that was not expected');
  return { type, value: data.readUIntBE(at + 1, size), next: at + 1 + size };
}
