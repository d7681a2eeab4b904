import { assert } from 'chai';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { isPortable } from '../../../src/source/portablePath';

describe('a path in an archive', () => {
  it('may have any names that Windows has too', () => {
    for (const path of [
      ...[
        'a',
        'kafka/core/A.scala',
        'kafka/',
        '.gitignore',
        '...a',
        'a..b',
        'NullPayload.java',
        'console',
        'com',
        'com10',
        'auxiliary/lpt',
      ],
      ...["it's (1) [x] {y}!", 'ü/日本', 'a b', ' a', '~', '#1', 'nul-a', 'a.nul', '$RECYCLE'],
    ]) {
      assert.isTrue(isPortable(path), path);
    }
  });

  it('may be no device, in any case and with any extension', () => {
    const devices = ['con', 'prn', 'aux', 'nul', 'com0', 'com1', 'com9', 'COM¹', 'lpt1', 'LPT³', 'conin$', 'conout$'];
    for (const name of devices) {
      for (const written of [name, name.toUpperCase(), `${name}.scala`, `${name}.a.b`, `${name} .txt`]) {
        assert.isFalse(isPortable(written), written);
        assert.isFalse(isPortable(`kafka/${written}/A.java`), written);
      }
    }
  });

  it('leads to the same place below a folder on every system, as Node reads paths', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'B c',
        '..',
        '.',
        '',
        '...',
        'C:',
        'c:d',
        '\\',
        '/',
        '/',
        '/',
        ':',
        'x:y',
        ' ',
        '?',
        '*',
        '|',
        '\0',
        '\n',
        'nul',
        'server',
        '日',
      ],
    );
    let portable = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), (pieces) => {
        const path = pieces.join('');
        if (!isPortable(path)) return;
        portable++;
        const names = path.replace(/\/$/, '').split('/');
        assert.equal(posix.resolve('/tree', path), ['/tree', ...names].join('/'));
        for (const root of ['c:\\tree', '\\\\server\\share\\tree'])
          assert.equal(win32.resolve(root, path), [root, ...names].join('\\'));
      }),
      { numRuns: 10_000 },
    );
    assert.isAbove(portable, 200);
  });
});
