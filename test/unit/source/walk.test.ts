import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { childUri, type Folders } from '../../../src/source/folders';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { listFiles, listSourceFiles } from '../../../src/source/walk';
import { makeFolder } from './tree';

describe('listing files', () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true }));
  const list = (folders: Folders = nodeFolders) => listSourceFiles(pathToFileURL(folder).href, folders);

  it('lists Java and Scala, sorted, and neither hidden folders nor node_modules', async () => {
    folder = await makeFolder({
      'core/src/main/scala/kafka/b #1/B.scala': '',
      'core/src/main/scala/kafka/A.java': '',
      'core/src/main/scala/kafka/.C.java': '',
      'core/node_modules/m/C.java': '',
      'core/Node_Modules/D.java': '',
      '.git/E.java': '',
      'README.md': '',
      'A.JAVA': '',
    });
    assert.deepEqual((await list()).files, [
      'core/Node_Modules/D.java',
      'core/src/main/scala/kafka/.C.java',
      'core/src/main/scala/kafka/A.java',
      'core/src/main/scala/kafka/b #1/B.scala',
    ]);
  });

  it('lists no more than its bound, and says so', async () => {
    folder = await makeFolder(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a/${index}.java`, ''])));
    const all = (most: number) => listFiles(pathToFileURL(folder).href, nodeFolders, () => true, undefined, [], most);
    assert.lengthOf((await all(32)).files, 30);
    assert.isEmpty((await all(32)).unreadable);
    const { files, unreadable } = await all(12);
    assert.lengthOf(files, 10);
    assert.deepEqual(unreadable, [
      { folder: '', detail: 'It holds more than 12 files and folders.', bound: { of: 'entries', most: 12 } },
    ]);
  });

  it('lists files in folders that builds often write to, where git does not ignore them', async () => {
    const files = [
      'build/a/A.java',
      'core/target/B.java',
      'dist/C.java',
      'o/out/D.scala',
      'src/build/E.java',
      'target/src/F.java',
    ];
    folder = await makeFolder(Object.fromEntries(files.map((file) => [file, ''])));
    assert.deepEqual((await list()).files, files);
  });

  it('lists the names that are wanted, however odd they and their folders are', async () => {
    const files = [
      ...['#1 100%.md', 'A&B?.md', 'Ü/日本 語.MD', 'a;b/c=d.markdown', 'q"uote\'s/x.md', 'two  spaces /y.md', '%41/b.md'],
      ...['back\\slash.md', '[x]/{y}.md', '~/t.md', '..a.md', 'constructor/__proto__.md', ' /b.md', '\u{1f600}.md'],
    ];
    folder = await makeFolder(Object.fromEntries([...files, 'x.txt', 'a.md.bak'].map((file) => [file, ''])));
    const { files: found } = await listFiles(pathToFileURL(folder).href, nodeFolders, (name) => /\.(md|markdown)$/i.test(name));
    assert.deepEqual(found, files.sort());
  });

  it('lists each file once however many links lead to it, and walks no loop', async () => {
    folder = await makeFolder({ 'a/b/A.java': '', 'a/B.java': '' });
    await symlink('..', join(folder, 'a/b/up'));
    await symlink('.', join(folder, 'self'));
    await symlink('a', join(folder, '0same'));
    await symlink('b/A.java', join(folder, 'a/0.java'));
    await symlink('0same/b', join(folder, 'linked'));
    await symlink('nowhere', join(folder, 'broken'));
    await symlink('turn', join(folder, 'turn'));
    await symlink(join(folder, '..'), join(folder, 'above'));
    assert.deepEqual(await list(), { files: ['a/B.java', 'a/b/A.java'], unreadable: [] });
  });

  it('follows links to files and folders without a name of their own, once, also through a link to the root', async () => {
    folder = await makeFolder({ '.hidden/sub/A.java': '', '.hidden/B.java': '', '.file.java/C': '', 'k/K.java': '' });
    await symlink('.hidden', join(folder, 'one'));
    await symlink('.hidden', join(folder, 'two'));
    await symlink('../.hidden/sub', join(folder, 'k/sub'));
    await symlink('../..', join(folder, '.hidden/sub/loop'));
    await symlink('.file.java/C', join(folder, 'C.java'));
    await symlink('.file.java/C', join(folder, 'D.java'));
    const expected = ['C.java', 'k/K.java', 'k/sub/A.java', 'one/B.java'];
    assert.deepEqual((await list()).files, expected);
    const link = `${folder}-link`;
    await symlink(folder, link);
    assert.deepEqual((await listSourceFiles(pathToFileURL(link).href, nodeFolders)).files, expected);
    await rm(link);
  });

  it('lists nothing outside of the folder', async () => {
    folder = await makeFolder({ 'A.java': '' });
    const outside = `${folder}-outside`;
    await mkdir(outside);
    await writeFile(join(outside, 'O.java'), '');
    await symlink(outside, join(folder, 'out'));
    await symlink(join(outside, 'O.java'), join(folder, 'O.java'));
    await symlink(folder, join(outside, 'back'));
    assert.deepEqual((await list()).files, ['A.java']);
    await rm(outside, { recursive: true });
  });

  it('follows only links to files where the file system does not tell where they lead', async () => {
    folder = await makeFolder({ 'a/A.java': '', '.b/B.java': '' });
    await symlink('..', join(folder, 'a/up'));
    await symlink('.b/B.java', join(folder, 'B.java'));
    assert.deepEqual((await list({ ...nodeFolders, identity: (uri) => Promise.resolve(uri) })).files, ['B.java', 'a/A.java']);
  });

  it('lists a tree at the root of a disk, a drive or a share, with the links in it', async () => {
    folder = await makeFolder({});
    for (const root of ['file:///', 'file:///c%3A/', 'file://server/share/']) {
      const entries: Readonly<Record<string, Awaited<ReturnType<Folders['list']>>>> = {
        [root]: [
          { name: 'a', kind: 'folder', link: false },
          { name: 'link', kind: 'folder', link: true },
          { name: 'out', kind: 'folder', link: true },
        ],
        [childUri(root, 'a')]: [{ name: 'A.java', kind: 'file', link: false }],
        [childUri(root, 'link')]: [{ name: 'B.java', kind: 'file', link: false }],
        [childUri(root, 'out')]: [{ name: 'C.java', kind: 'file', link: false }],
      };
      const path = (uri: string): string => fileURLToPath(uri, { windows: root !== 'file:///' }).replaceAll('\\', '/');
      const disk: Folders = {
        list: (uri) => Promise.resolve(entries[uri] ?? []),
        read: () => Promise.resolve(undefined),
        identity: (uri) =>
          Promise.resolve(
            uri.endsWith('/link') ? path(childUri(root, '.hidden')) : uri.endsWith('/out') ? '//other/share/x' : path(uri),
          ),
      };
      const { files } = await listSourceFiles(root, disk);
      assert.deepEqual(
        files,
        root === 'file:///' ? ['a/A.java', 'link/B.java', 'out/C.java'] : ['a/A.java', 'link/B.java'],
        root,
      );
    }
  });

  it('asks no other machine, whatever a file of git says', async () => {
    for (const pointer of [
      '//evil.test/share/x',
      '\\\\evil.test\\share',
      '//evil.test@80/x',
      '//evil.test',
      '//./pipe/x',
      '//?/UNC/evil.test/x',
    ]) {
      folder = await makeFolder({ '.git': `gitdir: ${pointer}\n`, 'A.java': '', 'own/commondir': pointer, 'own/HEAD': '' });
      const asked: string[] = [];
      const counted = { ...nodeFolders, read: (uri: string) => (asked.push(uri), nodeFolders.read(uri)) };
      assert.deepEqual((await list(counted)).files, ['A.java'], pointer);
      await writeFile(join(folder, '.git'), 'gitdir: own\n');
      assert.deepEqual((await list(counted)).files, ['A.java'], pointer);
      assert.isTrue(
        asked.every((uri) => new URL(uri).host === ''),
        asked.join('\n'),
      );
      await rm(folder, { recursive: true });
    }
    folder = await makeFolder({});
  });

  it('names a folder that may not be listed, and lists the rest', async () => {
    folder = await makeFolder({ 'a/A.java': '', 'b/B.java': '' });
    await chmod(join(folder, 'a'), 0);
    // The superuser may list everything, so for it the refusal has to come from the file system's side of the interface.
    const folders = {
      ...nodeFolders,
      list: (uri: string) => (uri.endsWith('/a') ? Promise.reject(new Error('EACCES')) : nodeFolders.list(uri)),
    };
    const { files, unreadable } = await list(process.getuid?.() === 0 ? folders : nodeFolders);
    await chmod(join(folder, 'a'), 0o755);
    assert.deepEqual(files, ['b/B.java']);
    assert.deepEqual(
      unreadable.map((one) => one.folder),
      ['a'],
    );
    assert.match(unreadable[0]!.detail, /EACCES/);
  });

  it('names the root where it may not be listed, and finds nothing in one that is not there', async () => {
    folder = await makeFolder({});
    const folders = { ...nodeFolders, list: () => Promise.reject(new Error('EIO')) };
    assert.deepEqual((await list(folders)).unreadable, [{ folder: '', detail: 'EIO' }]);
    const { files, unreadable } = await listSourceFiles(childUri(pathToFileURL(folder).href, 'gone'), nodeFolders);
    assert.deepEqual([files, unreadable], [[], []]);
  });

  it('lists deep folders and says where it ends in a file system without an end', async () => {
    folder = await makeFolder({ [`${'d/'.repeat(64)}A.java`]: '' });
    assert.deepEqual((await list()).files, [`${'d/'.repeat(64)}A.java`]);
    let lists = 0;
    const endless: Folders = {
      list: () =>
        Promise.resolve([{ name: lists++ < 1000 ? 'd' : 'A.java', kind: lists <= 1000 ? 'folder' : 'file', link: false }]),
      read: () => Promise.resolve(undefined),
      identity: (uri) => Promise.resolve(uri),
    };
    const { files, unreadable } = await list(endless);
    assert.deepEqual(files, []);
    assert.equal(unreadable[0]?.folder, Array(65).fill('d').join('/'));
  });

  it('stops when it is cancelled', async () => {
    folder = await makeFolder({ 'a/A.java': '', 'a/b/B.java': '' });
    let lists = 0;
    const counted = { ...nodeFolders, list: (uri: string) => (lists++, nodeFolders.list(uri)) };
    await listSourceFiles(pathToFileURL(folder).href, counted, () => lists >= 2);
    assert.equal(lists, 2);
  });

  it('asks no more of the file system than a listing for each folder and a read for each list of ignored files', async () => {
    folder = await makeFolder({ '.gitignore': 'out', 'a/A.java': '', 'a/.gitignore': '', 'b/c/B.java': '', 'out/C.java': '' });
    const asked = new Map<string, number>();
    const count = (what: string): void => void asked.set(what, (asked.get(what) ?? 0) + 1);
    const below = (uri: string): string => uri.slice(pathToFileURL(folder).href.length);
    const counted: Folders = {
      list: (uri) => (count(`list ${below(uri)}`), nodeFolders.list(uri)),
      read: (uri) => {
        if (uri.startsWith(pathToFileURL(folder).href)) count(`read ${below(uri)}`);
        return nodeFolders.read(uri);
      },
      identity: (uri) => (count('identity'), nodeFolders.identity(uri)),
    };
    await list(counted);
    const expected = ['list ', 'list /a', 'list /b', 'list /b/c', 'read /.gitignore', 'read /a/.gitignore'];
    assert.deepEqual(
      [...asked].sort(),
      expected.map((one): [string, number] => [one, 1]),
    );
  });
});
