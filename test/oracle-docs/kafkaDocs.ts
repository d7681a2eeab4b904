import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaSource } from '../cli/kafkaSource';

/** A doc comment of Kafka's, and its place as `PATH:LINE`. */
export interface KafkaDoc {
  readonly place: string;
  readonly comment: string;
}

/** Returns all doc comments of Kafka 2.2.0's Java files, wherever they stand. */
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
 * Returns whether a comment is shown differently from Javadoc, and better. It has an exception's name in `{@link …}` or
 * `@returns`, both of which Javadoc takes for errors, or a tag that is written twice.
 */
export function isOtherwise(comment: string): boolean {
  return /@throws \{@|@return @return|@returns/.test(comment);
}
