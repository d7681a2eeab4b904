import type { Row } from './row';

/** The five figures that a reader of the README wants: how soon notes are there, in what time and memory, and how typing and moving feel. */
const wanted = [
  /^the first annotation, from the extension/,
  /^longest stall of the host while/,
  /^\d+ files as released, with the outlines that ship/,
  /^a keystroke in KafkaApis\.scala to its outline/,
  /^the panel follows: from the key to the section shown/,
];

/** Returns the rows of a whole run that the README shows. @throws where one of them is not there once */
export function headlinesOf(rows: readonly Row[]): Row[] {
  return wanted.map((pattern) => {
    const [row, ...others] = rows.filter(({ what }) => pattern.test(what));
    if (row === undefined || others.length > 0) throw new Error(`Not exactly one row of the bench is ${String(pattern)}.`);
    return row;
  });
}
