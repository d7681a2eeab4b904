import { nameOf } from '../../source/folders';
import type { SourceTree } from './model';

/** Names a tree: `Kafka 2.2.0`, or just `Kafka` where nothing says which version; with its folder where it is one of several. */
export function nameTree({ version, root }: SourceTree, isOneOfSeveral: boolean): string {
  const name = version === undefined ? 'Kafka' : `Kafka ${version}`;
  return isOneOfSeveral ? `${name} (${nameOf(root.toString()) || '/'})` : name;
}
