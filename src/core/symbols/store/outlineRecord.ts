import { columns, docColumns, rangeColumn, type PackedOutline } from '../packedOutline';
import { isOutlineRecord, isSound, type OutlineRecord } from './outlineShape';
import { encodeVlq, VlqText } from './vlq';

type Numbers = PackedOutline['numbers'];

/** The decoder for all records, because making one takes longer than decoding a record with it. */
const decoder = new TextDecoder();

/**
 * The distance, for each column, from a number back to the number that is taken off it; 0 where none is. The prefix, the line and
 * the character of a symbol are near those of the symbol before, a range's end is near its start, and the name is near the
 * range's start.
 */
const distances = [0, columns, columns, columns, 2, 2, 4, 4, 2, 2];

/**
 * Writes an outline as a line of JSON, without a line end: some 65 bytes for a symbol, 13 once they are compressed. Its numbers
 * stand column by column, so that like numbers stand beside each other (see {@link encodeVlq}): of each the difference to another
 * one of its symbol or of the symbol before (see {@link distances}). Of a doc comment it is the difference between its symbol's index
 * and that of the one before, and between its lines and characters and those of the symbol's start.
 */
export function encodeOutline({ numbers, docs, ...rest }: PackedOutline): Uint8Array {
  const ofNumbers = distances.map((distance, column) =>
    columnOf(numbers, columns, column, (at) => (distance === 0 ? 0 : (numbers[at - distance] ?? 0))),
  );
  const ofDocs = Array.from({ length: docColumns }, (_, column) =>
    columnOf(docs, docColumns, column, (at) =>
      column === 0 ? (docs[at - docColumns] ?? 0) : (numbers[startOf(docs[at - column] ?? 0, column)] ?? 0),
    ),
  );
  const record: OutlineRecord = {
    ...rest,
    symbolCount: numbers.length / columns,
    docCount: docs.length / docColumns,
    numbers: encodeVlq(ofNumbers.flat()),
    docs: encodeVlq(ofDocs.flat()),
  };
  return new TextEncoder().encode(JSON.stringify(record));
}

/** Reads an outline that {@link encodeOutline} wrote. Throws where the bytes are none. */
export function decodeOutline(bytes: Uint8Array): PackedOutline {
  const record: unknown = JSON.parse(decoder.decode(bytes));
  if (!isOutlineRecord(record)) throw new Error('not a record of an outline');
  const { packages, hasErrors, hasIndentation, prefixes, names, parameters, values } = record;
  const [ofNumbers, ofDocs] = [new VlqText(record.numbers), new VlqText(record.docs)];
  const numbers = decodeNumbers(ofNumbers, record.symbolCount);
  const docs = decodeDocs(ofDocs, record.docCount, numbers);
  const outline = { packages, hasErrors, prefixes, names, parameters, values, numbers, docs };
  if (!ofNumbers.isRead || !ofDocs.isRead || !isSound(outline)) throw new Error('other numbers than an outline has');
  return hasIndentation === true ? { ...outline, hasIndentation } : outline;
}

/** Returns the differences between the numbers of a column and the numbers near them. */
function columnOf(numbers: Numbers, width: number, column: number, near: (at: number) => number): number[] {
  return Array.from({ length: numbers.length / width }, (_, index) => {
    const at = index * width + column;
    return (numbers[at] ?? 0) - near(at);
  });
}

/** Returns the position of the line or the character of a symbol's start that a doc comment's column is near. */
function startOf(symbol: number, docColumn: number): number {
  return symbol * columns + rangeColumn + (docColumn % 2 === 1 ? 0 : 1);
}

function decodeNumbers(differences: VlqText, symbolCount: number): Uint32Array {
  const numbers = new Uint32Array(symbolCount * columns);
  for (let column = 0; column < columns; column++) {
    const distance = distances[column] ?? 0;
    for (let at = column; at < numbers.length; at += columns) {
      // The first symbol has no symbol before it.
      const near = distance === 0 || at < distance ? 0 : (numbers[at - distance] ?? 0);
      numbers[at] = differences.next() + near;
    }
  }
  return numbers;
}

function decodeDocs(differences: VlqText, docCount: number, numbers: Uint32Array): Uint32Array {
  const docs = new Uint32Array(docCount * docColumns);
  for (let column = 0; column < docColumns; column++) {
    for (let at = column, last = 0; at < docs.length; at += docColumns) {
      const near = column === 0 ? last : (numbers[startOf(docs[at - column] ?? 0, column)] ?? 0);
      docs[at] = last = differences.next() + near;
    }
  }
  return docs;
}
