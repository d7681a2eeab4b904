import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import { localUri } from '../../src/cli/localUri';

describe('the address of a path that somebody types', () => {
  it('is that of the same path, on Windows too', () => {
    const cases: readonly (readonly [cwd: string, typed: string, uri: string, path: string])[] = [
      ['C:\\reader', 'C:\\', 'file:///C%3A/', 'C:\\'],
      ['C:\\reader', 'c:/', 'file:///c%3A/', 'c:\\'],
      ['C:\\reader', '\\', 'file:///C%3A/', 'C:\\'],
      ['C:\\reader', 'notes\\', 'file:///C%3A/reader/notes', 'C:\\reader\\notes'],
      ['C:\\reader', 'my notes/en\\c#', 'file:///C%3A/reader/my%20notes/en/c%23', 'C:\\reader\\my notes\\en\\c#'],
      ['C:\\reader', '..\\..\\..\\x', 'file:///C%3A/x', 'C:\\x'],
      ['C:\\reader', '\\\\server\\share', 'file://server/share/', '\\\\server\\share\\'],
      ['C:\\reader', '//server/share/a', 'file://server/share/a', '\\\\server\\share\\a'],
      ['\\\\server\\share\\reader', '..\\..\\..', 'file://server/share/', '\\\\server\\share\\'],
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
      ['.', 'file:///reader'],
      ['a/', 'file:///reader/a'],
      ['a\\b', 'file:///reader/a%5Cb'],
      ['C:\\x', 'file:///reader/C%3A%5Cx'],
      ["100% it's", 'file:///reader/100%25%20it%27s'],
    ];
    for (const [typed, uri] of cases) expect(localUri('/reader', typed, false), typed).to.equal(uri);
  });
});
