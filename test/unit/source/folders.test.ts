import { assert } from 'chai';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalFolder, childUri, nameOf, parentUri, prefixOf } from '../../../src/source/folders';
import { nodeFolders } from '../../../src/source/nodeFolders';

/** Node's own reading of paths and addresses, by which ours are judged for both kinds of system. */
const systems = [
  { name: 'Windows', path: win32, windows: true, roots: ['C:\\', 'c:\\', 'Z:\\', '\\\\server\\share\\', '\\\\10.0.0.1\\c$\\'] },
  { name: 'Linux', path: posix, windows: false, roots: ['/'] },
] as const;

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((one) => !/[\\/\0:]/.test(one) && one !== '.' && one !== '..');

for (const { name: system, path, windows, roots } of systems) {
  describe(`the address of a folder on ${system}`, () => {
    const pathOf = (uri: string): string => fileURLToPath(uri, { windows });
    const uriOf = (folder: string): string => canonicalFolder(pathToFileURL(folder, { windows }).href);
    const folder = fc
      .tuple(fc.constantFrom(...roots), fc.array(name, { maxLength: 4 }))
      .map(([root, names]) => ({ root, names }));

    it('has the address of its folder above, up to the root and no further', () => {
      fc.assert(
        fc.property(folder, ({ root, names }) => {
          let uri = uriOf(root);
          for (const one of names) uri = childUri(uri, one);
          let expected = path.join(root, ...names);
          for (let left = names.length; left > 0; left--) {
            const parent = parentUri(uri);
            expected = path.dirname(expected);
            assert.equal(pathOf(parent ?? ''), expected);
            uri = parent ?? '';
          }
          assert.equal(pathOf(uri), root);
          assert.isUndefined(parentUri(uri));
          assert.isUndefined(parentUri(uri.replace(/(?<=[^/])\/$/, '')));
        }),
        { numRuns: 2000 },
      );
    });

    it('is the same with a slash at its end, and leads to the folder', () => {
      fc.assert(
        fc.property(folder, ({ root, names }) => {
          const whole = path.join(root, ...names);
          for (const written of [whole, whole + path.sep]) assert.equal(pathOf(uriOf(written)), whole);
          assert.equal(pathOf(childUri(uriOf(whole), 'a b')), path.join(whole, 'a b'));
          assert.isTrue(childUri(uriOf(whole), 'a').startsWith(prefixOf(uriOf(whole))));
          assert.equal(nameOf(childUri(uriOf(whole), '100% [x]')), '100% [x]');
        }),
        { numRuns: 2000 },
      );
    });
  });
}

describe('the address of a folder', () => {
  it('may have a drive in the editor’s form, and another scheme', () => {
    const cases: readonly (readonly [folder: string, above: string | undefined, canonical: string])[] = [
      ['file:///c%3A/x', 'file:///c%3A/', 'file:///c%3A/x'],
      ['file:///c%3A', undefined, 'file:///c%3A/'],
      ['file:///C:/', undefined, 'file:///C:/'],
      ['file:///', undefined, 'file:///'],
      ['file:///a', 'file:///', 'file:///a'],
      ['file://server/share', undefined, 'file://server/share/'],
      ['file://server/share/x/', 'file://server/share/', 'file://server/share/x'],
      ['memory:/a', 'memory:/', 'memory:/a'],
      ['memory:/', undefined, 'memory:/'],
      ['vscode-vfs://github/apache', 'vscode-vfs://github/', 'vscode-vfs://github/apache'],
      ['vscode-vfs://github', undefined, 'vscode-vfs://github/'],
      ['vscode-remote://wsl%2Bubuntu/home/me', 'vscode-remote://wsl%2Bubuntu/home', 'vscode-remote://wsl%2Bubuntu/home/me'],
    ];
    for (const [folder, above, canonical] of cases) {
      assert.equal(parentUri(folder), above, folder);
      assert.equal(canonicalFolder(folder), canonical, folder);
    }
  });

  it('that is one of no path on this system is that of nothing that can be read', async () => {
    for (const uri of ['file://server/share/a', 'file:///a%2Fb', 'file:///a%00', 'https://example.org/a', 'no address']) {
      assert.isUndefined(await nodeFolders.read(uri), uri);
      assert.equal(await nodeFolders.identity(uri), uri);
    }
  });
});
