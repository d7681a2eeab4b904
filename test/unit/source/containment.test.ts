import { assert } from 'chai';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { liesInside } from '../../../src/source/containment';
import { childUri } from '../../../src/source/folders';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { makeFolder } from './tree';

describe('a folder', () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  const isInside = (path: string, root = 'tree'): Promise<boolean> => liesInside(uri(path), uri(root), nodeFolders);

  it('holds what lies in it, by whatever link one comes, and nothing that a link leads to elsewhere', async () => {
    folder = await makeFolder({ 'tree/a/A.java': '', 'tree-2/B.java': '', 'outside/secret': '' });
    await symlink(join(folder, 'outside/secret'), join(folder, 'tree/link'));
    await symlink(join(folder, 'outside'), join(folder, 'tree/links'));
    await symlink('/', join(folder, 'tree/root'));
    await symlink(join(folder, 'tree/a'), join(folder, 'tree/again'));
    await symlink(join(folder, 'tree'), join(folder, 'door'));
    assert.isTrue(await isInside('tree/a/A.java'));
    assert.isTrue(await isInside('tree/again/A.java'));
    assert.isTrue(await isInside('door/a/A.java'));
    assert.isTrue(await isInside('tree/a/A.java', 'door'));
    for (const path of ['tree/link', 'tree/links/secret', 'tree/root/etc/passwd', 'tree-2/B.java', 'outside/secret', 'tree']) {
      assert.isFalse(await isInside(path), path);
    }
    assert.isFalse(await isInside('tree/gone'), 'what is not there lies nowhere');
  });

  it('may be the root of the disk, which holds everything', async () => {
    folder = await makeFolder({ a: '' });
    await mkdir(join(folder, 'b'));
    assert.isTrue(await liesInside(uri('a'), 'file:///', nodeFolders));
  });

  it('may be a drive or a share of Windows, as that system tells where links lead', async () => {
    const windows = {
      identity: (one: string) => Promise.resolve(fileURLToPath(one, { windows: true }).replaceAll(win32.sep, '/')),
    };
    for (const root of ['file:///c%3A/', 'file:///c%3A/notes', 'file://server/share/', 'file://server/share/notes']) {
      assert.isTrue(await liesInside(childUri(root, 'a/b.md'), root, windows), root);
      for (const other of [
        'file:///d%3A/notes/a',
        'file:///c%3A/notes-2/a',
        'file://server/share-2/a',
        'file://server-2/share/notes/a',
      ]) {
        const expected = root === 'file:///c%3A/' && other.startsWith(root);
        assert.equal(await liesInside(other, root, windows), expected, `${other} in ${root}`);
      }
    }
  });

  it('is compared by its address where nobody knows where links lead', async () => {
    folder = await makeFolder({ a: '' });
    const unknowing = { identity: (one: string) => Promise.resolve(one) };
    assert.isTrue(await liesInside('memory:/tree/a', 'memory:/tree', unknowing));
    assert.isFalse(await liesInside('memory:/tree-2/a', 'memory:/tree', unknowing));
  });
});
