import { kafka } from '../../../src/kafka/kafka';
import { localUri } from '../../../src/cli/localUri';
import { localWorkspace } from '../../../src/cli/localWorkspace';
import { FileTypes } from '../../../src/core/map/fileTypes';
import type { MapNotes, MapTree } from '../../../src/core/map/mapData';
import { mapNotes } from '../../../src/core/map/mapNotes';
import { mapTree } from '../../../src/core/map/mapTree';
import { lazily } from '../../../src/core/util/lazily';
import type { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { kafkaSource } from '../../cli/kafkaSource';
import { assets } from '../../unit/bindings/readTable';

const noPause = (): Promise<void> => Promise.resolve();

interface KafkaMap {
  readonly source: IndexedTree;
  readonly tree: MapTree;
  readonly notes: MapNotes;
}

/** The map of Kafka 2.2.0 and the shipped notes, read once for all tests. */
export const kafkaMap = lazily(async (): Promise<KafkaMap> => {
  const workspace = localWorkspace(assets, kafka);
  const folders = { notes: localUri(process.cwd(), 'notes/en'), source: localUri('/', kafkaSource()) };
  await workspace.open({ notes: [{ uri: folders.notes, own: true }], trees: [{ root: folders.source }] });
  await workspace.settled();
  const source = workspace.trees.active!;
  const { notes } = workspace.notes;
  const { table } = source;
  return {
    source,
    tree: await mapTree(table, '2.2.0', new FileTypes(), noPause),
    notes: await mapNotes(
      {
        notes,
        bindings: (note) => workspace.bindings.ofNote(note),
        isRead: (_, slug) => slug.length % 2 === 0,
        packages: (file) => table.packages(file),
      },
      noPause,
    ),
  };
});
