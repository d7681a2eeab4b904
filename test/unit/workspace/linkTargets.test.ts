import { expect } from 'chai';
import { linkTarget, Whereabouts } from '../../../src/workspace/problems/linkTargets';
import { MemoryFolders, memoryUri as uri } from './memoryFolders';

const root = '/my notes';
const note = uri(`${root}/deep/a.md`);

/** Returns what a path in the note leads to, decoded. */
function target(path: string): string | undefined {
  const found = linkTarget(note, uri(root), path);
  return found === undefined ? undefined : decodeURIComponent(found.slice('memory:'.length));
}

describe('the target of a link', () => {
  const cases: readonly (readonly [path: string, target: string | undefined])[] = [
    ['b.md', '/my notes/deep/b.md'],
    ['./b.md', '/my notes/deep/b.md'],
    ['../b.md', '/my notes/b.md'],
    ['../deep/../b.md', '/my notes/b.md'],
    ['..', '/my notes'],
    ['x//y.md', '/my notes/deep/x/y.md'],
    ['x/', '/my notes/deep/x/'],
    ['x\\y.md', '/my notes/deep/x/y.md'],
    ['/b.md', '/my notes/b.md'],
    ['/../b.md', '/b.md'],
    ['../../../../../b.md', '/b.md'],
    ['a%20b.md', '/my notes/deep/a b.md'],
    ['a b.md', '/my notes/deep/a b.md'],
    ['%2e%2e/b.md', '/my notes/b.md'],
    ["it's(1)!*.md", "/my notes/deep/it's(1)!*.md"],
    ['%E6%97%A5.md', '/my notes/deep/日.md'],
    ['日.md', '/my notes/deep/日.md'],
    ['a%2Fb.md', undefined],
    ['a%5Cb.md', undefined],
    ['a%00b.md', undefined],
    ['100%.md', undefined],
    ['%C3.md', undefined],
  ];
  for (const [path, expected] of cases)
    it(`of ${path} is ${expected ?? 'nothing'}`, () => expect(target(path)).to.equal(expected));

  it('is encoded as the URI of the same file is', () => {
    expect(linkTarget(note, uri(root), "it's(1)!*.md")).to.equal(uri(`${root}/deep/it's(1)!*.md`));
  });
});

describe('whereabouts', () => {
  const disk = new MemoryFolders({
    '/n/a.md': '',
    '/n/sub/b.md': '',
    '/n/link.md': { link: '/n/a.md' },
    '/n/dangling.md': { link: '/n/gone.md' },
    '/n/circle': { link: '/n/circle' },
    '/n/secret/c.md': '',
  });
  disk.forbidden.add('/n/secret');

  it('know files and folders by their exact names', async () => {
    const where = new Whereabouts(disk);
    const has = async (path: string): Promise<boolean> => where.has(uri(path));
    const [there, gone] = [
      ['/n/a.md', '/n/sub', '/n/sub/', '/n/link.md', '/n', '/n/sub/b.md'],
      ['/n/A.md', '/n/a.md/', '/n/dangling.md', '/n/circle', '/n/x/y.md', '/n/a.md/x', '/m'],
    ];
    expect(await Promise.all(there.map(has)), there.join()).to.not.include(false);
    expect(await Promise.all(gone.map(has)), gone.join()).to.not.include(true);
  });

  it('take everything for there in a folder that may not be listed, and ask for each folder once', async () => {
    const where = new Whereabouts(disk);
    const before = disk.asked;
    for (const name of ['c.md', 'd.md', 'e.md']) expect(await where.has(uri(`/n/secret/${name}`))).to.equal(true);
    expect(disk.asked - before).to.equal(1);
  });
});
