import { expect } from 'chai';
import { FolderWatch, type FolderKind } from '../../../src/workspace/notes/folderWatch';
import { memoryUri as uri } from './memoryFolders';

/** A disk of which only the kinds are known, and that tells those who watch a folder of its entries. */
class Disk {
  readonly kinds = new Map<string, FolderKind>();
  readonly watched = new Map<string, number>();
  private readonly listeners = new Set<{ readonly folder: string; readonly happened: (uri: string) => void }>();
  asked = 0;

  constructor(...folders: readonly string[]) {
    for (const folder of folders) this.kinds.set(uri(folder), 'folder');
  }

  readonly means = {
    kindOf: (one: string) => {
      this.asked++;
      return Promise.resolve(this.kinds.get(one) ?? 'missing');
    },
    watch: (folder: string, happened: (uri: string) => void) => {
      const listener = { folder, happened };
      this.listeners.add(listener);
      return { dispose: () => this.listeners.delete(listener) };
    },
  };

  get watching(): string[] {
    return Array.from(this.listeners, ({ folder }) => folder.replace('memory:', '')).sort();
  }

  set(path: string, kind: FolderKind): void {
    this.kinds.set(uri(path), kind);
    this.tell(path);
  }

  tell(path: string): void {
    const parent = path.slice(0, path.lastIndexOf('/')) || '/';
    for (const { folder, happened } of [...this.listeners]) if (folder === uri(parent)) happened(uri(path));
  }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('the watch over a folder of notes', () => {
  let [watch, disk, said]: [FolderWatch | undefined, Disk, string[]] = [undefined, new Disk(), []];

  async function watching(on: Disk, folder = '/a/b/notes'): Promise<void> {
    [disk, said] = [on, []];
    const made = new FolderWatch(uri(folder), on.means, () => said.push(String(made.kind)));
    watch = made;
    await made.look();
  }
  afterEach(() => watch?.dispose());

  it('tells once that the folder went, and that it came back', async () => {
    await watching(new Disk('/', '/a', '/a/b', '/a/b/notes'));
    expect(disk.watching).to.deep.equal(['/a', '/a/b']);
    for (let time = 0; time < 50; time++) disk.set('/a/b/notes', 'missing');
    await quiet();
    disk.set('/a/b/notes', 'folder');
    await quiet();
    expect(said).to.deep.equal(['folder', 'missing', 'folder']);
  });

  it('tells of a folder that was replaced by another one between two looks', async () => {
    await watching(new Disk('/', '/a', '/a/b', '/a/b/notes'));
    disk.tell('/a/b/notes');
    await quiet();
    expect(said).to.deep.equal(['folder', 'folder']);
  });

  it('tells of a file in the place of the folder', async () => {
    await watching(new Disk('/', '/a', '/a/b', '/a/b/notes'));
    disk.set('/a/b/notes', 'file');
    await quiet();
    expect(said).to.deep.equal(['folder', 'file']);
  });

  it('finds a folder that comes later, with the folders around it one after the other', async () => {
    await watching(new Disk('/', '/a'));
    expect(said).to.deep.equal(['missing']);
    expect(disk.watching).to.deep.equal(['/', '/a']);
    disk.set('/a/b', 'folder');
    await quiet();
    expect(disk.watching).to.deep.equal(['/a', '/a/b']);
    disk.set('/a/b/notes', 'folder');
    await quiet();
    expect(said).to.deep.equal(['missing', 'folder']);
  });

  it('finds all folders that came at once, of which only the outermost was told', async () => {
    await watching(new Disk('/', '/a'));
    disk.kinds.set(uri('/a/b/notes'), 'folder');
    disk.set('/a/b', 'folder');
    await quiet();
    expect(said).to.deep.equal(['missing', 'folder']);
    expect(disk.watching).to.deep.equal(['/a', '/a/b']);
  });

  it('notices that the folder around went with it, and finds both again', async () => {
    await watching(new Disk('/', '/a', '/a/b', '/a/b/notes'));
    disk.kinds.set(uri('/a/b/notes'), 'missing');
    disk.set('/a/b', 'missing');
    await quiet();
    expect(said).to.deep.equal(['folder', 'missing']);
    expect(disk.watching).to.deep.equal(['/', '/a']);
    disk.kinds.set(uri('/a/b/notes'), 'folder');
    disk.set('/a/b', 'folder');
    await quiet();
    expect(said).to.deep.equal(['folder', 'missing', 'folder']);
  });

  it('asks nothing about what happens to the folders beside it, and nothing after its end', async () => {
    await watching(new Disk('/', '/a', '/a/b', '/a/b/notes'));
    const { asked } = disk;
    for (const other of ['/a/b/other', '/a/b/notes2', '/a/c']) disk.tell(other);
    await quiet();
    watch?.dispose();
    disk.set('/a/b/notes', 'missing');
    await quiet();
    expect(disk.asked).to.equal(asked);
    expect(disk.watching).to.deep.equal([]);
  });

  it('watches nothing around the root of a disk', async () => {
    await watching(new Disk('/'), '/');
    expect(disk.watching).to.deep.equal([]);
  });
});
