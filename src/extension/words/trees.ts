import type { SourceTree } from '../model/model';

/** `Kafka 2.2.0`, or just `Kafka` where nothing says which. */
export function nameTree({ version }: SourceTree): string {
  return version === undefined ? 'Kafka' : `Kafka ${version}`;
}
