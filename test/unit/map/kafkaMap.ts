import { BindingIndex } from '../../../src/core/bindings/bindingIndex';
import { readNotes } from '../../../src/cli/noteFolders';
import { readTree, SourceReader, type SourceTree } from '../../../src/cli/sourceTree';
import { FileTypes } from '../../../src/core/map/fileTypes';
import type { MapNotes, MapTree } from '../../../src/core/map/mapData';
import { mapNotes } from '../../../src/core/map/mapNotes';
import { mapTree } from '../../../src/core/map/mapTree';
import { lazily } from '../../../src/core/util/lazily';
import { kafkaSource } from '../../cli/kafkaSource';
import { assets } from '../bindings/readTable';

export const noPause = (): Promise<void> => Promise.resolve();

interface KafkaMap {
  readonly source: SourceTree;
  readonly tree: MapTree;
  readonly notes: MapNotes;
}

/** Kafka 2.2.0 and the shipped notes, read once for all tests. */
export const kafkaMap = lazily(async (): Promise<KafkaMap> => {
  const source = await readTree(kafkaSource(), new SourceReader(assets));
  const notes = (await readNotes(['notes/en'], process.cwd())).map(({ note }) => note);
  const index = new BindingIndex(source);
  index.setNotes(notes);
  const { table } = source;
  return {
    source,
    tree: await mapTree(table, '2.2.0', new FileTypes(), noPause),
    notes: await mapNotes(
      {
        notes,
        bindings: (note) => index.byNote(note),
        isRead: (_, slug) => slug.length % 2 === 0,
        packages: (file) => table.packages(file),
      },
      noPause,
    ),
  };
});
