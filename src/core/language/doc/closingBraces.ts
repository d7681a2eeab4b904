/** Maps the offset of each `{` to that of the `}` that closes it. */
export function closingBraces(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else {
      const opening = open.pop();
      if (opening !== undefined) closing.set(opening, index);
    }
  }
  return closing;
}
