import { expect } from 'chai';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalFolder } from '../../../src/source/folders';
import { pathsBelow } from '../../../src/source/pathsBelow';
import { linkTarget } from '../../../src/workspace/notes/linkTarget';
import { memoryUri as uri } from './memoryFolders';

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

/** The pieces that links are made of, which mean something to one system or to another. */
const piece = fc.constantFrom(
  ...[
    '..',
    '.',
    '',
    'a',
    'b c',
    'notes',
    '%2e%2e',
    '%2E',
    '..%5c..',
    '..%2f..',
    '%5c%5cserver%5cshare',
    'C:',
    'd:',
    'd%3A',
    'c%3a',
    'C|',
  ],
  ...[
    'server',
    'share',
    'share-2',
    'CON',
    'aux.md',
    'a.md:stream',
    'a.',
    'a ',
    '.. ',
    '...',
    '%00',
    '100%',
    '~',
    '?',
    '\u202e',
    '%c3%9c',
  ],
);
const separator = fc.constantFrom('/', '/', '\\', '//', '\\\\');
const link = fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 8 }).map((parts) => parts.flat().join(''));

for (const { system, path, windows, folders } of [
  {
    system: 'Windows',
    path: win32,
    windows: true,
    folders: ['c:\\', 'C:\\notes', 'c:\\my notes\\en', '\\\\server\\share\\', '\\\\server\\share\\notes'],
  },
  { system: 'Linux', path: posix, windows: false, folders: ['/', '/notes', '/my notes/en'] },
]) {
  describe(`the target of any link on ${system}`, () => {
    it('is where Node says that the path leads, and lies in the notes just when Node says so', () => {
      let [inside, outside] = [0, 0];
      fc.assert(
        fc.property(fc.constantFrom(...folders), link, (folder, written) => {
          // An address whose first name is like a drive's is that of a drive to the editor, on every system.
          fc.pre(windows || !/(?:^|[/\\])[a-z](?::|%3a)/i.test(written));
          const uriOf = (one: string): string => canonicalFolder(pathToFileURL(one, { windows }).href);
          const found = linkTarget(uriOf(path.join(folder, 'deep', 'a.md')), uriOf(folder), written);
          if (found === undefined) return;
          const names = written.split(/[/\\]/).map(decodeURIComponent);
          const start = /^[/\\]/.test(written) ? folder : path.join(folder, 'deep');
          // A dot in front keeps Node from taking `C:` for a drive and the first names for a machine's.
          const expected = path.resolve(start, ['.', ...names].join(path.sep));
          const reached = fileURLToPath(found, { windows });
          expect(path.relative(reached, expected), `${written} in ${folder} leads to ${reached}`).to.equal('');
          const way = path.relative(folder, expected);
          const isBelow = way !== '' && way !== expected && way.split(path.sep)[0] !== '..';
          expect(pathsBelow(uriOf(folder))(found) !== undefined, `${written} in ${folder}`).to.equal(isBelow);
          if (isBelow) inside++;
          else outside++;
        }),
        { numRuns: 5000 },
      );
      expect(Math.min(inside, outside), 'the lesser of both kinds').to.be.above(20);
    });
  });
}
