import { columns, docColumns, rangeColumn, type PackedOutline } from '../packedOutline';

type Numbers = PackedOutline['numbers'];

/** A {@link PackedOutline} as JSON. Its numbers stand column by column, so that like stands beside like. */
interface OutlineRecord extends Omit<PackedOutline, 'numbers' | 'docs'> {
  /** Each number less another one of its symbol or of the symbol before, see {@link distances}. */
  readonly numbers: readonly (readonly number[])[];
  /** The symbol's index less that of the doc comment before; lines and characters less those of the symbol's start. */
  readonly docs: readonly (readonly number[])[];
}

/**
 * How far before a number of each column the one stands that is taken off; 0 where none is. The prefix, the line and the
 * character of a symbol are near those of the symbol before, a range's end is near its start, the name near the range's start.
 */
const distances = [0, columns, columns, columns, 2, 2, 4, 4, 2, 2];

/** Makes a line of JSON of an outline, without a line end: some 80 bytes for a symbol, 15 once they are compressed. */
export function encodeOutline({ numbers, docs, ...rest }: PackedOutline): Uint8Array {
  const record: OutlineRecord = {
    ...rest,
    numbers: distances.map((distance, column) =>
      columnOf(numbers, columns, column, (at) => (distance === 0 ? 0 : (numbers[at - distance] ?? 0))),
    ),
    docs: Array.from({ length: docColumns }, (_, column) =>
      columnOf(docs, docColumns, column, (at) =>
        column === 0 ? (docs[at - docColumns] ?? 0) : (numbers[startOf(docs[at - column] ?? 0, column)] ?? 0),
      ),
    ),
  };
  return new TextEncoder().encode(JSON.stringify(record));
}

/** Reads what {@link encodeOutline} made. Throws where the bytes are no JSON. */
export function decodeOutline(bytes: Uint8Array): PackedOutline {
  const { numbers: differences, docs: docDifferences, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as OutlineRecord;
  const numbers = new Uint32Array((differences[0]?.length ?? 0) * columns);
  differences.forEach((column, first) => {
    const distance = distances[first] ?? 0;
    for (let index = 0, at = first; index < column.length; index++, at += columns)
      numbers[at] = (column[index] ?? 0) + (distance === 0 || at < distance ? 0 : (numbers[at - distance] ?? 0));
  });
  const docs = new Uint32Array((docDifferences[0]?.length ?? 0) * docColumns);
  docDifferences.forEach((column, first) => {
    for (let index = 0, at = first; index < column.length; index++, at += docColumns) {
      const last = index === 0 ? 0 : (docs[at - docColumns] ?? 0);
      docs[at] = (column[index] ?? 0) + (first === 0 ? last : (numbers[startOf(docs[at - first] ?? 0, first)] ?? 0));
    }
  });
  return { ...rest, numbers, docs };
}

/** Every number of a column less what is near it. */
function columnOf(numbers: Numbers, width: number, column: number, near: (at: number) => number): number[] {
  return Array.from({ length: numbers.length / width }, (_, index) => {
    const at = index * width + column;
    return (numbers[at] ?? 0) - near(at);
  });
}

/** Where the line or the character of a symbol's start stands that a doc comment's column is near. */
function startOf(symbol: number, docColumn: number): number {
  return symbol * columns + rangeColumn + (docColumn % 2 === 1 ? 0 : 1);
}
