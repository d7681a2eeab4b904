import { assert } from 'chai';
import fc from 'fast-check';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { IndexedTree } from '../../../src/workspace/indexing/indexedTree';
import { IndexedTrees } from '../../../src/workspace/indexing/indexedTrees';
import { Slices } from '../../../src/workspace/indexing/slices';

const parts = { slices: new Slices(), log: console };
const treeAt = (root: string) => new IndexedTree(root, undefined, parts);

/** The encodings of a path that are seen in URIs of files: each differs in which characters it leaves as they are. */
const encodings: Readonly<Record<string, (path: string) => string>> = {
  'as the editor prints it': (path) =>
    encodeURIComponent(path)
      .replaceAll('%2F', '/')
      .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  'in small letters': (path) =>
    encodeURIComponent(path)
      .replaceAll('%2F', '/')
      .replace(/%../g, (code) => code.toLowerCase()),
  'as Node prints it': (path) => pathToFileURL(path).href.slice('file://'.length),
  'as a person writes it': (path) => path.replace(/[%#?]/g, encodeURIComponent),
};

describe('the URIs of a source tree', () => {
  const folders = [
    'kafka',
    'my notes',
    'c#',
    '100%',
    'a%20b',
    'Zürich ä',
    'me@home',
    'a:b',
    "it's (new)!*",
    '日本',
    '[x] {y}',
    'a+b&c=d;e,f$',
    'a\\b',
    '~',
    'c:',
  ];

  for (const [from, encodeRoot] of Object.entries(encodings)) {
    for (const [to, encode] of Object.entries(encodings)) {
      it(`know a file whose URI is written ${to} below a root that is written ${from}`, () => {
        for (const root of folders) {
          const tree = treeAt(`file://${encodeRoot(`/home/${root}`)}`);
          for (const folder of folders) {
            const file = `${folder}/A ${folder}.java`;
            assert.equal(tree.fileOf(`file://${encode(`/home/${root}/${file}`)}`), file);
            assert.equal(tree.fileOf(tree.uriOf(file)), file);
            assert.isUndefined(tree.fileOf(`file://${encode(`/home/${root}x/${file}`)}`));
          }
        }
      });
    }
  }

  it('lead back to the path, for any path, as Node reads them', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((one) => !/[/\0]/.test(one) && one !== '.' && one !== '..');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        (root, file) => {
          const [folder, path] = [`/${root.join('/')}`, file.join('/')];
          const tree = treeAt(pathToFileURL(folder).href);
          assert.equal(fileURLToPath(tree.uriOf(path)), join(folder, path));
          assert.equal(tree.fileOf(tree.uriOf(path)), path);
          assert.equal(tree.fileOf(pathToFileURL(join(folder, path)).href), path);
        },
      ),
    );
  });

  it('know a Windows drive in both cases, encoded or not', () => {
    const drives = ['file:///c:/', 'file:///C:/', 'file:///c%3A/', 'file:///C%3A/', 'file:///C%3a/'];
    for (const root of drives) {
      const tree = treeAt(`${root}Kafka`);
      for (const drive of drives) assert.equal(tree.fileOf(`${drive}Kafka/core/A.java`), 'core/A.java', `${drive} in ${root}`);
      assert.isUndefined(tree.fileOf('file:///d%3A/Kafka/core/A.java'));
      assert.isUndefined(tree.fileOf(`${root}kafka/core/A.java`));
    }
  });

  it('belong to one scheme and one authority', () => {
    const tree = treeAt('vscode-vfs://github/apache/kafka');
    assert.equal(tree.fileOf('vscode-vfs://github/apache/kafka/A.java'), 'A.java');
    assert.equal(tree.fileOf('vscode-vfs://GitHub/apache/kafka/A.java'), 'A.java');
    assert.isUndefined(tree.fileOf('vscode-vfs://gitlab/apache/kafka/A.java'));
    assert.isUndefined(tree.fileOf('git:/apache/kafka/A.java?{"ref":"HEAD"}'));
    assert.isUndefined(tree.fileOf('file:///apache/kafka/A.java'));
    const remote = treeAt('vscode-remote://wsl%2Bubuntu/home/me/kafka');
    assert.equal(remote.fileOf('vscode-remote://wsl+ubuntu/home/me/kafka/A.java'), 'A.java');
    assert.equal(treeAt('file://server/share').fileOf('file://SERVER/share/A.java'), 'A.java');
  });

  it('may hold a percent sign that encodes nothing, a query and a fragment', () => {
    const tree = treeAt('file:///100%/kafka');
    assert.equal(tree.fileOf('file:///100%25/kafka/a%zz%FF.java?x#y'), 'a%zz%FF.java');
  });

  it('belong to the nearest of several trees, at the root of a disk too', () => {
    const trees = new IndexedTrees(parts);
    trees.open(['file:///', 'file:///a%20b', 'file:///a%20b/c'].map((root) => ({ root })));
    const rootOf = (uri: string) => trees.of(uri)?.root;
    assert.equal(rootOf('file:///a b/c/A.java'), 'file:///a%20b/c');
    assert.equal(rootOf('file:///a%20b/d/A.java'), 'file:///a%20b');
    assert.equal(rootOf('file:///e/A.java'), 'file:///');
    assert.equal(trees.all[0]?.uriOf('e/A.java'), 'file:///e/A.java');
    assert.isUndefined(rootOf('untitled:Untitled-1'));
    trees.dispose();
  });
});

describe('the source trees that are open', () => {
  it('stay as they are where they are found again with the same release', () => {
    const trees = new IndexedTrees(parts);
    trees.open([{ root: 'file:///a', version: '2.2.0' }, { root: 'file:///b' }, { root: 'file:///b' }]);
    const [a, b] = trees.all;
    assert.lengthOf(trees.all, 2);
    assert.equal(trees.active, a);
    trees.activate(b!);
    trees.open([{ root: 'file:///a', version: '2.3.0' }, { root: 'file:///b' }]);
    assert.notEqual(trees.all[0], a);
    assert.equal(trees.all[1], b);
    assert.equal(trees.active, b);
    trees.open([{ root: 'file:///a', version: '2.3.0' }, { root: 'file:///b' }], 'file:///a/A.java');
    assert.equal(trees.active, trees.all[0]);
    trees.open([]);
    assert.isUndefined(trees.active);
    trees.dispose();
  });

  it('tell when another one is active, and what was indexed', () => {
    const trees = new IndexedTrees(parts);
    const said: string[] = [];
    trees.onDidChange(() => said.push(`active ${trees.active?.root ?? 'none'}`));
    trees.onDidIndex(({ root }) => said.push(`indexed ${root}`));
    trees.open([{ root: 'file:///a' }, { root: 'file:///b' }]);
    trees.activate(trees.all[1]!);
    trees.activate(trees.all[1]!);
    trees.all[0]!.set([{ file: 'A.java', unindexed: 'vanished' }]);
    assert.deepEqual(trees.all[0]!.progress, { indexed: 1, total: 1 });
    trees.all[0]!.remove('A.java');
    assert.deepEqual(trees.all[0]!.progress, { indexed: 0, total: 0 });
    assert.deepEqual(said, ['active file:///a', 'active file:///b', 'indexed file:///a', 'indexed file:///a']);
    trees.dispose();
  });
});
