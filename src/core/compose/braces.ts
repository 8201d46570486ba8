/** For each `{` that is closed, the index of the `}` that closes it, found by counting every brace as Compose does. */
export function closingBraces(text: string): ReadonlyMap<number, number> {
  const closed = new Map<number, number>();
  const open: number[] = [];
  for (let index = text.indexOf('{'); index !== -1 && index < text.length; index += 1) {
    if (text[index] === '{') open.push(index);
    else if (text[index] === '}') {
      const start = open.pop();
      if (start !== undefined) closed.set(start, index);
    }
  }
  return closed;
}
