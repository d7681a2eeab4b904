import type { SourceTree } from './model';

/** Names a tree: `Kafka 2.2.0`, or just `Kafka` where nothing says which version; with its folder where it is one of several. */
export function nameTree({ version, root }: SourceTree, isOneOfSeveral: boolean): string {
  const name = version === undefined ? 'Kafka' : `Kafka ${version}`;
  const folder = root.path.split('/').filter((one) => one !== '');
  return isOneOfSeveral ? `${name} (${folder.at(-1) ?? '/'})` : name;
}
