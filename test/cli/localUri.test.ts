import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import { localUri } from '../../src/cli/localUri';

describe('the address of a path that somebody types', () => {
  it('is that of the same path, on Windows too', () => {
    const cases: readonly (readonly [cwd: string, typed: string, uri: string, path: string])[] = [
      ['C:\\work', 'C:\\', 'file:///C%3A/', 'C:\\'],
      ['C:\\work', 'c:/', 'file:///c%3A/', 'c:\\'],
      ['C:\\work', '\\', 'file:///C%3A/', 'C:\\'],
      ['C:\\work', 'notes\\', 'file:///C%3A/work/notes', 'C:\\work\\notes'],
      ['C:\\work', 'my notes/en\\c#', 'file:///C%3A/work/my%20notes/en/c%23', 'C:\\work\\my notes\\en\\c#'],
      ['C:\\work', '..\\..\\..\\x', 'file:///C%3A/x', 'C:\\x'],
      ['C:\\work', '\\\\server\\share', 'file://server/share/', '\\\\server\\share\\'],
      ['C:\\work', '//server/share/a', 'file://server/share/a', '\\\\server\\share\\a'],
      ['\\\\server\\share\\work', '..\\..\\..', 'file://server/share/', '\\\\server\\share\\'],
    ];
    for (const [cwd, typed, uri, path] of cases) {
      expect(localUri(cwd, typed, true), typed).to.equal(uri);
      expect(fileURLToPath(uri, { windows: true })).to.equal(path);
    }
  });

  it('may have the root of the disk, a backslash and any other sign in it', () => {
    const cases: readonly (readonly [typed: string, uri: string])[] = [
      ['/', 'file:///'],
      ['//', 'file:///'],
      ['/../..', 'file:///'],
      ['.', 'file:///work'],
      ['a/', 'file:///work/a'],
      ['a\\b', 'file:///work/a%5Cb'],
      ['C:\\x', 'file:///work/C%3A%5Cx'],
      ["100% it's", 'file:///work/100%25%20it%27s'],
    ];
    for (const [typed, uri] of cases) expect(localUri('/work', typed, false), typed).to.equal(uri);
  });
});
