import { assert } from 'chai';
import { parseFolderSetting, virtualPath } from '../../../src/extension/editor/folderSetting';

describe('a folder in the settings', () => {
  it('is a URI, or a path from the reader’s own folder, from a root or from the workspace, in the words of any system', () => {
    const cases: readonly (readonly [written: string, from: string, text: string])[] = [
      ['vscode-vfs://github/apache/kafka', 'uri', 'vscode-vfs://github/apache/kafka'],
      ['file:///c%3A/x', 'uri', 'file:///c%3A/x'],
      ['file://server/share', 'uri', 'file://server/share'],
      ['file:////server/share', 'uri', 'file://server/share'],
      ['file://///server/share', 'uri', 'file://server/share'],
      ['memfs:////a', 'uri', 'memfs:///a'],
      ['~/notes', 'home', 'notes'],
      ['~\\notes', 'home', 'notes'],
      ['/notes', 'root', '/notes'],
      [' C:\\notes ', 'root', 'C:\\notes'],
      ['c:/notes', 'root', 'c:/notes'],
      ['C:', 'root', 'C:'],
      ['\\\\server\\share', 'root', '\\\\server\\share'],
      ['notes', 'workspace', 'notes'],
      ['..\\notes\\en', 'workspace', '../notes/en'],
      ['~notes', 'workspace', '~notes'],
      ['.', 'workspace', '.'],
    ];
    for (const [written, from, text] of cases) assert.deepEqual(parseFolderSetting(written), { from, text }, written);
  });

  it('of Windows has a path that a URI of another file system may have', () => {
    for (const written of ['C:\\notes', 'c:/notes', '\\notes', '\\\\server\\share', '//server/share', '/notes', 'C:']) {
      const path = virtualPath(written);
      assert.match(path, /^\/(?!\/)[^\\]*$/, written);
      assert.equal(new URL(`vscode-vfs://github${path}`).host, 'github');
    }
  });
});
