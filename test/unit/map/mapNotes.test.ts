import { expect } from 'chai';
import type { Binding, BindingState } from '../../../src/core/bindings/binding';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { BindingIndex } from '../../../src/core/bindings/bindingIndex';
import { buildMap } from '../../../src/core/map/buildMap';
import { FileTypes } from '../../../src/core/map/fileTypes';
import { eachNode, lookOf, type MapNode } from '../../../src/core/map/mapNode';
import { mapNotes } from '../../../src/core/map/mapNotes';
import { mapTree } from '../../../src/core/map/mapTree';
import { largestWithoutNotes, nextToRead } from '../../../src/core/map/suggestions';
import { parseNote } from '../../../src/core/notes/parseNote';
import { readTable } from '../bindings/readTable';

const noPause = (): Promise<void> => Promise.resolve();

const files = {
  'core/src/main/scala/a/Log.scala': 'package a\nclass Log {\n  def f(a: Int) = 1\n  def f(b: Long) = 2\n}\nclass Index\n',
  'core/src/main/scala/a/Cache.scala': 'package a\nclass Cache {\n\n\n}\n',
  'core/src/main/scala/a/package-info.java': 'package a;\n',
  'core/src/test/scala/a/LogTest.scala': 'package a\nclass LogTest\n',
};

/** Returns the map of the files with a note; `change` makes other bindings of those that there are. */
async function mapWith(markdown: string, change = (binding: Binding): Binding => binding, read: readonly string[] = []) {
  const table = await readTable(files);
  const note = parseNote('file:///n.md', markdown);
  const index = new BindingIndex({ table, release: noRelease, hasFile: () => false });
  index.setNote(note);
  const facts = {
    notes: [note],
    bindings: (uri: string) => index.byNote(uri).map(change),
    isRead: (_: string, slug: string) => read.includes(slug),
    packages: (file: string) => table.packages(file),
  };
  const notes = await mapNotes(facts, noPause);
  const root = buildMap(await mapTree(table, undefined, new FileTypes(), noPause), notes, new Set(['main']));
  const node = (id: RegExp): MapNode => {
    const found = [...eachNode(root)].find((one) => id.test(one.id));
    if (found === undefined) throw new Error(`no ${String(id)}`);
    return found;
  };
  return { root, notes, node };
}

const counts = ({ types, annotated, about, sections, read }: MapNode) => [types, annotated, about, sections.length, read];

describe('the annotations of the map', () => {
  it('belong to the type that an anchor leads to or into', async () => {
    const { root, node } = await mapWith('## [Log](kafka:a.Log)\n[f](kafka:a.Log#f(Int)) [Index](kafka:a.Index)\n');
    expect(counts(root)).to.deep.equal([3, 2, 1, 1, 0]);
    expect(lookOf(node(/^type .* Log$/))).to.deep.equal({ notes: 'about', reading: 'unread' });
    expect(lookOf(node(/^type .* Index$/))).to.deep.equal({ notes: 'mentioned', reading: 'unread' });
    expect(lookOf(node(/^type .* Cache$/))).to.deep.equal({ notes: 'none', reading: 'nothing' });
  });

  it('leave out ambiguous, missing and malformed anchors', async () => {
    const { root, notes } = await mapWith('[f](kafka:a.Log#f) [g](kafka:a.Log#g) [x](kafka:a.Log#f(Int)x) [n](kafka:a.None)\n');
    expect(counts(root)).to.deep.equal([3, 0, 0, 0, 0]);
    expect(notes).to.deep.equal({ notes: [], sections: [], marks: [] });
  });

  it('count only exact, edited and moved bindings', async () => {
    const states = (binding: Binding): readonly BindingState[] => {
      if (binding.result.state !== 'exact') throw new Error(binding.result.state);
      const { target } = binding.result;
      return [
        { state: 'exact', target },
        { state: 'edited', target, similarity: 0.8 },
        { state: 'moved', target, from: 'a.Old' },
        { state: 'ambiguous', targets: [target, target] },
        { state: 'missing', what: 'symbol', candidates: [{ target, reason: 'similarName' }] },
        { state: 'unavailable', why: 'notIndexedYet' },
      ];
    };
    const counted: string[] = [];
    for (let at = 0; at < 6; at++) {
      let state = '';
      const { root } = await mapWith('[Log](kafka:a.Log)\n', (binding) => {
        const result = states(binding)[at]!;
        state = result.state;
        return { ...binding, result };
      });
      if (root.annotated > 0) counted.push(state);
    }
    expect(counted).to.deep.equal(['exact', 'edited', 'moved']);
  });

  it('belong to a package, not to the file that declares it', async () => {
    const { node } = await mapWith('## [a](kafka:a)\n');
    expect(counts(node(/^package core main a$/))).to.deep.equal([3, 0, 1, 1, 0]);
    for (const file of ['Log.scala', 'package-info.java']) expect(counts(node(new RegExp(`^file .*${file}`)))[3]).to.equal(0);
  });

  it('tell which sections are read, each once', async () => {
    const text = '## [One](kafka:a.Log)\n[Index](kafka:a.Index)\n## Two\n[Log](kafka:a.Log)\n';
    const { root, notes, node } = await mapWith(text, undefined, ['one']);
    expect(counts(root)).to.deep.equal([3, 2, 1, 2, 1]);
    expect(lookOf(node(/^type .* Index$/)).reading).to.equal('read');
    expect(lookOf(node(/^type .* Log$/)).reading).to.equal('started');
    expect(nextToRead(root, notes, 5).map((index) => notes.sections[index]?.title)).to.deep.equal(['Two']);
  });

  it('tell which of the largest files has no note', async () => {
    const { root } = await mapWith('[Index](kafka:a.Index)\n');
    expect(largestWithoutNotes(root, 5).map(({ name }) => name)).to.deep.equal(['Cache.scala']);
  });
});

describe('a tree of unpacked jars', () => {
  it('has its packages at once where there is one jar, and a module for each of several', async () => {
    const modules = async (...paths: string[]) => {
      const table = await readTable(Object.fromEntries(paths.map((path) => [path, 'package kafka.log\nclass Log\n'])));
      const tree = await mapTree(table, undefined, new FileTypes(), noPause);
      const root = buildMap(tree, { notes: [], sections: [], marks: [] }, new Set(['main']));
      return root.children.map(({ kind, name }) => `${kind} ${name}`);
    };
    expect(await modules('kafka/log/Log.scala')).to.deep.equal(['package kafka.log']);
    const jars = ['kafka_2.12-2.2.0-sources', 'kafka_2.12-2.2.0-test-sources', 'kafka-clients-2.2.0-sources'];
    expect(await modules(...jars.map((jar) => `${jar}/kafka/log/Log.scala`))).to.have.members([
      'module kafka_2.12',
      'module kafka-clients',
    ]);
  });
});

describe('a tree that is still being read', () => {
  it('has all files, and marks them as not read yet', async () => {
    const table = await readTable({ ...files, 'core/src/main/scala/a/Late.scala': undefined });
    const tree = await mapTree(table, undefined, new FileTypes(), noPause);
    const root = buildMap(tree, { notes: [], sections: [], marks: [] }, new Set(['main']));
    expect([tree.complete, root.files, root.unreadFiles, root.types]).to.deep.equal([false, 4, 1, 3]);
    const late = [...eachNode(root)].find(({ name }) => name === 'Late.scala');
    expect(late && lookOf(late).notes).to.equal('unknown');
    expect(late?.lines).to.be.above(1);
  });
});
