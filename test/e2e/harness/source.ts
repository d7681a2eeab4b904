import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaSource } from './scratch';

/** Finds the only line (1-based) of Kafka's source where a text stands, without the extension's help. */
export function lineOf(file: string, text: string | RegExp): number {
  const lines = readFileSync(join(kafkaSource(), file), 'utf8').split('\n');
  const found = lines.flatMap((line, index) =>
    (typeof text === 'string' ? line.includes(text) : text.test(line)) ? [index + 1] : [],
  );
  if (found.length !== 1) throw new Error(`"${String(text)}" stands in ${found.length} lines of ${file}.`);
  return found[0] ?? 0;
}
