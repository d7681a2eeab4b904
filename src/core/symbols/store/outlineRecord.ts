import { columns, docColumns, type PackedOutline } from '../packedOutline';
import { ByteReader, ByteWriter } from './bytes';

type Numbers = PackedOutline['numbers'];

interface Rest {
  readonly packages: PackedOutline['packages'];
  readonly values: PackedOutline['values'];
}

/**
 * An outline as bytes, some 15 for a symbol before the package compresses them. Column by column, and of a place only how
 * far it is from the one before it, so that like stands beside like.
 */
export function writeRecord(outline: PackedOutline): Uint8Array {
  const { packages, values, hasErrors, prefixes, names, parameters, numbers, docs } = outline;
  const writer = new ByteWriter();
  const rest: Rest = { packages, values };
  writer.number(hasErrors ? 1 : 0);
  for (const text of [JSON.stringify(rest), prefixes.join('\n'), names, parameters]) writer.text(text);
  const count = numbers.length / columns;
  writer.number(count);
  for (let column = 0; column < columns; column++) {
    for (let symbol = 0; symbol < count; symbol++) {
      const at = symbol * columns + column;
      writer.difference((numbers[at] ?? 0) - expected(numbers, at, column));
    }
  }
  writer.number(docs.length / docColumns);
  for (let column = 0; column < docColumns; column++) {
    for (let at = column; at < docs.length; at += docColumns) {
      writer.difference((docs[at] ?? 0) - expectedOfDoc(docs, numbers, at, column));
    }
  }
  return writer.done();
}

/** Throws where the bytes are not those of a record. */
export function readRecord(bytes: Uint8Array): PackedOutline {
  const reader = new ByteReader(bytes);
  const hasErrors = reader.number() === 1;
  const { packages, values } = JSON.parse(reader.text()) as Rest;
  const [prefixes, names, parameters] = [reader.text(), reader.text(), reader.text()];
  const count = reader.number();
  const numbers = new Uint32Array(count * columns);
  for (let column = 0; column < columns; column++) {
    for (let at = column; at < numbers.length; at += columns) {
      numbers[at] = reader.difference() + expected(numbers, at, column);
    }
  }
  const docs = new Uint32Array(reader.number() * docColumns);
  for (let column = 0; column < docColumns; column++) {
    for (let at = column; at < docs.length; at += docColumns) {
      docs[at] = reader.difference() + expectedOfDoc(docs, numbers, at, column);
    }
  }
  return { packages, values, hasErrors, prefixes: count === 0 ? [] : prefixes.split('\n'), names, parameters, numbers, docs };
}

/** The index of the symbol is after the last one's; all places are from its start. */
function expectedOfDoc(docs: Numbers, numbers: Numbers, at: number, column: number): number {
  if (column === 0) return docs[at - docColumns] ?? 0;
  const symbol = (docs[at - column] ?? 0) * columns;
  return numbers[symbol + (column % 2 === 1 ? 2 : 3)] ?? 0;
}

/** What a number is likely to be, from columns and symbols before it. */
function expected(numbers: Numbers, at: number, column: number): number {
  switch (column) {
    // The prefix's index, the line and the character of the start: as the symbol before.
    case 1:
    case 2:
    case 3:
      return numbers[at - columns] ?? 0;
    // The range's end from its start, the name's end from the name's start.
    case 4:
    case 5:
    case 8:
    case 9:
      return numbers[at - 2] ?? 0;
    // The name's start from the range's start.
    case 6:
    case 7:
      return numbers[at - 4] ?? 0;
    default:
      return 0;
  }
}
