import { expect } from 'chai';
import { noLog } from '../../../src/workspace/log';
import { isNote } from '../../../src/workspace/notes/noteFiles';
import { NoteShelves } from '../../../src/workspace/notes/noteShelves';
import { parsingHere } from '../../../src/cli/parseHere';
import { MemoryFolders, memoryUri as uri, type MemoryFile } from './memoryFolders';

interface Shelved {
  readonly disk: MemoryFolders;
  readonly notes: NoteShelves;
  /** The URIs that the events named, one entry an event. */
  readonly events: string[][];
  readonly unsaved: Map<string, string>;
  readonly titles: () => string[];
}

async function shelved(files: Readonly<Record<string, MemoryFile>>, ...roots: string[]): Promise<Shelved> {
  const [disk, unsaved, events] = [new MemoryFolders(files), new Map<string, string>(), new Array<string[]>()];
  const readFile = (one: string) => disk.readFile(one);
  const notes = new NoteShelves({
    folders: disk,
    readFile,
    parsing: parsingHere(),
    log: noLog,
    unsaved: (one) => unsaved.get(one),
    kindOf: (one) => disk.kindOfFolder(one),
  });
  notes.onDidChange((uris) => events.push([...uris].sort()));
  await notes.load((roots.length === 0 ? ['/notes'] : roots).map((root) => ({ uri: uri(root), own: true })));
  return { disk, notes, events, unsaved, titles: () => notes.notes.map(({ title }) => title) };
}

/** Expects that a note whose file is gone, a.md, is the only one there, and is there no more once it is not typed any more. */
async function isThereWhileTyped({ notes, unsaved, titles }: Shelved): Promise<void> {
  expect(titles()).to.deep.equal(['Typed']);
  unsaved.clear();
  notes.touch(uri('/notes/a.md'));
  await notes.settled();
  expect(titles()).to.deep.equal([]);
}

describe('folders of notes', () => {
  it('have the notes of all folders save those that git ignores, dot folders and node_modules', async () => {
    const skipped = { '/notes/.obsidian/s.md': '# S', '/notes/node_modules/p/readme.md': '# P', '/notes/tmp/t.md': '# T' };
    const shown = ['build', 'dist', 'target', 'out', 'a b (c)!', '笔记', "it's", 'a/very/deep/folder', 'v1.2'];
    const files = Object.fromEntries(shown.map((folder) => [`/notes/${folder}/n.md`, `# ${folder}`]));
    const { titles, notes } = await shelved({ ...skipped, ...files, '/notes/.gitignore': 'tmp\n', '/notes/x.txt': '' });
    expect(titles()).to.have.members(shown);
    expect(notes.note(uri("/notes/it's/n.md"))?.title).to.equal("it's");
  });

  it('may be the root of a disk, and follow what happens there', async () => {
    const { titles, notes, disk } = await shelved({ '/b.md': '# B', '/a/c.md': '# C' }, '/');
    expect(titles()).to.deep.equal(['C', 'B']);
    const shelf = notes.all[0];
    expect([shelf?.title, shelf?.outlineUri, shelf?.pathOf(uri('/a/c.md'))]).to.deep.equal(['/', uri('/README.md'), 'a/c.md']);
    disk.write('/a/c.md', '# D');
    disk.write('/e.md', '# E');
    for (const path of ['/a/c.md', '/e.md', '/']) notes.touch(uri(path));
    await notes.settled();
    expect(titles()).to.deep.equal(['D', 'B', 'E']);
  });

  it('take what ends with .md or .markdown for a note, in any case', async () => {
    const names = ['a.md', 'b.MD', 'c.markdown', 'd.Markdown', '笔 记.md'];
    const others = ['md', 'e.mdx', 'f.md.bak', 'g.markdown.txt', 'h.mkd'];
    expect(names.map(isNote)).to.not.include(false);
    expect(others.map(isNote)).to.not.include(true);
    const { titles } = await shelved(Object.fromEntries([...names, ...others].map((name) => [`/notes/${name}`, `# ${name}`])));
    expect(titles()).to.deep.equal([...names].sort());
  });

  it('have their notes folder by folder', async () => {
    const { titles } = await shelved({
      '/notes/a-b.md': '# 2',
      '/notes/a/z.md': '# 1',
      '/notes/a.md': '# 3',
      '/notes/B.md': '# 0',
    });
    expect(titles()).to.deep.equal(['0', '1', '2', '3']);
  });

  it('read notes that come, change and go, and say which', async () => {
    const { disk, notes, events, titles } = await shelved({ '/notes/a.md': '# A' });
    const step = async (...paths: string[]): Promise<string[][]> => {
      events.length = 0;
      for (const path of paths) notes.touch(uri(path));
      await notes.settled();
      return [...events];
    };
    for (const name of ['b.md', 'C.MD', 'd.markdown']) {
      disk.write(`/notes/${name}`, `# ${name}`);
      expect(await step(`/notes/${name}`), name).to.deep.equal([[uri(`/notes/${name}`)]]);
    }
    disk.write('/notes/a.md', '# Other');
    expect(await step('/notes/a.md')).to.deep.equal([[uri('/notes/a.md')]]);
    expect(titles()).to.deep.equal(['C.MD', 'Other', 'b.md', 'd.markdown']);
    disk.delete('/notes/C.MD');
    expect(await step('/notes/C.MD')).to.deep.equal([[uri('/notes/C.MD')]]);
    disk.write('/notes/picture.png', '');
    expect(await step('/notes/picture.png', '/notes/.git/index.lock')).to.deep.equal([]);
    expect(titles()).to.deep.equal(['Other', 'b.md', 'd.markdown']);
  });

  it('follow a folder that comes or goes as one, and what git ignores', async () => {
    const { disk, notes, titles } = await shelved({ '/notes/a.md': '# A' });
    const happened = async (path: string): Promise<string[]> => {
      notes.touch(uri(path));
      await notes.settled();
      return titles();
    };
    disk.write('/notes/v1.2/deep/b.md', '# B');
    expect(await happened('/notes/v1.2')).to.deep.equal(['A', 'B']);
    disk.write('/notes/.gitignore', 'v1.2/\n');
    expect(await happened('/notes/.gitignore')).to.deep.equal(['A']);
    expect(await happened('/notes/v1.2/deep/b.md')).to.deep.equal(['A']);
    disk.delete('/notes/.gitignore');
    expect(await happened('/notes/.gitignore')).to.deep.equal(['A', 'B']);
    disk.delete('/notes/v1.2');
    expect(await happened('/notes/v1.2')).to.deep.equal(['A']);
  });

  it('count what is typed and not saved', async () => {
    const all = await shelved({ '/notes/a.md': '# A' });
    const { disk, notes, unsaved } = all;
    unsaved.set(uri('/notes/a.md'), '# Typed');
    disk.delete('/notes/a.md');
    notes.touch(uri('/notes/a.md'));
    await notes.settled();
    await isThereWhileTyped(all);
  });

  it('say that their folder went, is a file or came, and bring all back with it', async () => {
    const files = { '/n/README.md': '# Mine\n- [x] [A](a.md)', '/n/a.md': '# A' };
    const { disk, notes, titles, events } = await shelved(files, '/n', '/later');
    const [shelf, later] = notes.all;
    const state = () => [shelf?.kind, shelf?.hasBeen, shelf?.title];
    const relist = async (folder: string): Promise<void> => {
      notes.relist(uri(folder));
      await notes.settled();
    };
    expect([later?.kind, later?.hasBeen]).to.deep.equal(['missing', false]);
    disk.delete('/n');
    await relist('/n');
    expect([titles(), state()]).to.deep.equal([[], ['missing', true, 'n']]);
    disk.write('/n', 'a file');
    await relist('/n');
    expect([titles(), state()]).to.deep.equal([[], ['file', true, 'n']]);
    disk.delete('/n');
    for (const [path, text] of Object.entries(files)) disk.write(path, text);
    await relist('/n');
    expect([titles(), state()]).to.deep.equal([
      ['Mine', 'A'],
      ['folder', true, 'Mine'],
    ]);
    events.length = 0;
    disk.write('/later/picture.png', '');
    await relist('/later');
    expect([later?.kind, events]).to.deep.equal(['folder', [[]]]);
  });

  it('keep what is typed while their folder is away, and until it is typed no more', async () => {
    const all = await shelved({ '/notes/a.md': '# A', '/notes/b.md': '# B' });
    const { disk, notes, unsaved } = all;
    unsaved.set(uri('/notes/a.md'), '# Typed');
    disk.delete('/notes');
    notes.relist(uri('/notes'));
    await notes.settled();
    await isThereWhileTyped(all);
  });

  it('are several, each with its outline; a note in two of them is one of the first', async () => {
    const files = { '/n/README.md': '# One\n- [x] [A](b/a.md)', '/n/b/README.md': '# Two', '/n/b/a.md': '# A', '/m/x.md': '# X' };
    const { notes, titles } = await shelved(files, '/n', '/n/b', '/m');
    expect(notes.all.map(({ title }) => title)).to.deep.equal(['One', 'Two', 'm']);
    expect(notes.all[0]?.outline?.chapters[0]?.entries[0]?.note).to.equal('b/a.md');
    expect(titles()).to.deep.equal(['One', 'Two', 'A', 'X']);
    expect(notes.shelfOf(uri('/n/b/a.md'))?.uri).to.equal(uri('/n'));
    await notes.load([{ uri: uri('/m'), own: true }]);
    expect(titles()).to.deep.equal(['X']);
  });

  it('say of a note that is not UTF-8, or cannot be read, what is wrong with it', async () => {
    const files = { '/notes/latin.md': Uint8Array.of(0x41, 0x0a, 0xe9), '/notes/secret.md': '# S', '/notes/fine.md': '# F' };
    const { disk, notes } = await shelved(files);
    disk.forbidden.add('/notes/secret.md');
    notes.touch(uri('/notes/secret.md'));
    await notes.settled();
    const problems = notes.notes.map((note) => note.problems.map(({ code, args }) => [code, ...args]));
    expect(problems).to.deep.equal([[], [['note/notUtf8', 'E9']], [['note/unreadable', 'noPermission']]]);
  });

  it('name folders that cannot be listed, and read the rest', async () => {
    const disk = new MemoryFolders({ '/notes/a.md': '# A', '/notes/secret/b.md': '# B' });
    disk.forbidden.add('/notes/secret');
    const notes = new NoteShelves({ folders: disk, readFile: (one) => disk.readFile(one), parsing: parsingHere(), log: noLog });
    await notes.load([uri('/notes'), uri('/notes/secret'), uri('/nowhere')].map((one) => ({ uri: one, own: true })));
    expect(notes.all.map(({ unreadable }) => unreadable.map(({ folder }) => folder))).to.deep.equal([['secret'], [''], []]);
    expect(notes.notes.map(({ title }) => title)).to.deep.equal(['A']);
  });

  it('follow links inside the folder once, also in a circle, and none out of it', async () => {
    const { titles } = await shelved({
      '/notes/a.md': '# A',
      '/notes/loop': { link: '/notes' },
      '/notes/sub/b.md': '# B',
      '/notes/sub/back': { link: '/notes/sub' },
      '/notes/again': { link: '/notes/sub' },
      '/notes/hidden': { link: '/notes/.store' },
      '/notes/.store/c.md': '# C',
      '/notes/out': { link: '/elsewhere' },
      '/notes/out.md': { link: '/elsewhere/d.md' },
      '/notes/nowhere.md': { link: '/notes/gone.md' },
      '/elsewhere/d.md': '# D',
    });
    expect(titles()).to.have.members(['A', 'B', 'C']);
  });

  it('say nothing after they were disposed', async () => {
    const { disk, notes, events } = await shelved({ '/notes/a.md': '# A' });
    disk.write('/notes/a.md', '# B');
    notes.touch(uri('/notes/a.md'));
    const reading = notes.settled();
    notes.dispose();
    await reading;
    const asked = disk.asked;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(events).to.have.length(1);
    expect(disk.asked).to.equal(asked);
  });
});
