import { assert } from 'chai';
import { annotationsOf, type PlaceAnnotations } from '../../src/core/bindings/annotation';
import { isQuote, targetOf } from '../../src/core/bindings/binding';
import { placeAt, type PlaceAt } from '../../src/core/bindings/placeAt';
import type { Position } from '../../src/core/util/range';
import { localUri } from '../../src/cli/localUri';
import { localWorkspace } from '../../src/cli/localWorkspace';
import { kafka } from '../../src/kafka/kafka';
import { typeKinds } from '../../src/core/symbols/symbol';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';

for (const language of ['en', 'zh-cn']) {
  describe(`the places that the notes in ${language} quote`, () => {
    const workspace = localWorkspace(assets, kafka);
    before(async () => {
      const notes = [{ uri: localUri(process.cwd(), `notes/${language}`), own: true }];
      await workspace.open({ notes, trees: [{ root: localUri('/', kafkaSource()) }] });
      await workspace.settled();
    });
    after(() => workspace.dispose());

    const known = new Map<string, readonly PlaceAnnotations[]>();

    function annotations(file: string): readonly PlaceAnnotations[] {
      let found = known.get(file);
      if (found === undefined) {
        found = annotationsOf(
          file,
          workspace.notes.notes.flatMap(({ uri }) => workspace.bindings.ofNote(uri)),
        );
        known.set(file, found);
      }
      return found;
    }

    function at(file: string, position: Position): PlaceAt['place'] {
      return placeAt(annotations(file), workspace.trees.active?.table.outline(file)?.symbols ?? [], position).place;
    }

    function targets() {
      const all = workspace.notes.notes.flatMap(({ uri }) => workspace.bindings.ofNote(uri));
      return all.flatMap((binding) => {
        const target = targetOf(binding.result);
        return target === undefined ? [] : [{ binding, target }];
      });
    }

    it('show, at the beginning of each, a section that quotes it, but for quotes in tables and tasks', () => {
      const quotes = targets().filter(({ binding }) => isQuote(binding) && binding.anchor.role !== 'reference');
      for (const { binding, target } of quotes) {
        const { anchor, note } = binding;
        const place = at(target.file, target.range.start);
        const where = `${note} ${anchor.text}`;
        assert.isDefined(place?.quote, where);
        const shown = place.sections.filter(({ role }) => role !== 'reference');
        assert.isTrue(
          shown.every((one) => isQuote(one.binding)),
          where,
        );
        // Another quote may lie inside this one.
        const isWhole = JSON.stringify(place.quote) === JSON.stringify(target.range);
        const isShown = shown.some((one) => one.note === note && one.section === anchor.section);
        assert.isTrue(isShown || !isWhole, where);
      }
      assert.isAbove(quotes.length, 100);
    });

    it('are not those of a type for the reader of a method without notes', () => {
      const files = new Set(targets().map(({ target }) => target.file));
      let mute = 0;
      for (const file of files) {
        for (const { kind, range } of workspace.trees.active?.table.outline(file)?.symbols ?? []) {
          if (kind !== 'method') continue;
          const place = at(file, range.start);
          if (place?.symbol === undefined) mute++;
          else assert.isFalse(typeKinds.has(place.symbol.kind) && place.quote === undefined, `${file} ${place.symbol.path}`);
        }
      }
      assert.isAbove(mute, 100);
    });
  });
}
