import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaSource } from '../cli/kafkaSource';

/** A doc comment of Kafka's and where it stands. */
export interface KafkaDoc {
  readonly place: string;
  readonly comment: string;
}

/** All doc comments of Kafka 2.2.0's Java files that are written anywhere. */
export function kafkaDocs(): KafkaDoc[] {
  return readdirSync(kafkaSource(), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.java'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return Array.from(text.matchAll(/\/\*\*(?!\/)[\s\S]*?\*\//g), ({ 0: comment, index }) => ({
        place: `${file.slice(kafkaSource().length + 1)}:${text.slice(0, index).split('\n').length}`,
        comment,
      }));
    });
}

/**
 * Comments that are shown otherwise, and better: the name of an exception in `{@link …}` and `@returns`, which Javadoc takes for errors, and a tag
 * that is written twice.
 */
export function isOtherwise(comment: string): boolean {
  return /@throws \{@|@return @return|@returns/.test(comment);
}
