import { chmod, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { listSourceFiles } from '../../../src/source/walk';
import { makeFolder } from './tree';

describe('listing source files', () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true }));
  const list = () => listSourceFiles(pathToFileURL(folder).href, nodeFolders);

  it('lists Java and Scala, sorted, and neither hidden folders nor build output', async () => {
    folder = await makeFolder({
      'core/src/main/scala/kafka/b #1/B.scala': '',
      'core/src/main/scala/kafka/A.java': '',
      'core/build/generated/C.java': '',
      'clients/src/main/java/org/apache/kafka/target/D.java': '',
      '.git/E.java': '',
      'README.md': '',
    });
    assert.deepEqual((await list()).files, [
      'clients/src/main/java/org/apache/kafka/target/D.java',
      'core/src/main/scala/kafka/A.java',
      'core/src/main/scala/kafka/b #1/B.scala',
    ]);
  });

  it('lists each file once however many links lead to it, and walks no loop', async () => {
    folder = await makeFolder({ 'a/b/A.java': '' });
    const outside = await makeFolder({ 'O.java': '' });
    await symlink('..', join(folder, 'a/b/up'));
    await symlink('a', join(folder, 'same'));
    await symlink('nowhere', join(folder, 'broken'));
    await symlink(outside, join(folder, 'out1'));
    await symlink(join(folder, '..'), join(folder, 'above'));
    await symlink(folder, join(outside, 'back'));
    assert.deepEqual((await list()).files, ['a/b/A.java', 'out1/O.java']);
    await rm(outside, { recursive: true });
  });

  it('names a folder that may not be read, and lists the rest', async function () {
    folder = await makeFolder({ 'a/A.java': '', 'b/B.java': '' });
    const real = nodeFolders;
    await chmod(join(folder, 'a'), 0);
    // Root may read everything: there the refusal has to come from the file system's side of the interface.
    const folders = {
      ...real,
      list: (uri: string) => (uri.endsWith('/a') ? Promise.reject(new Error('EACCES')) : real.list(uri)),
    };
    const listing = await listSourceFiles(pathToFileURL(folder).href, process.getuid?.() === 0 ? folders : real);
    await chmod(join(folder, 'a'), 0o755);
    assert.deepEqual(listing.files, ['b/B.java']);
    assert.deepEqual(
      listing.unreadable.map((one) => one.folder),
      ['a'],
    );
  });
});
