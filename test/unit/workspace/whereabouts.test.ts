import { expect } from 'chai';
import { Whereabouts } from '../../../src/workspace/problems/whereabouts';
import { MemoryFolders, memoryUri as uri } from './memoryFolders';

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
