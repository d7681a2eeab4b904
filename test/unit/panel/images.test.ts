import { expect } from 'chai';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageAddress } from '../../../src/core/notes/imageAddress';
import { rendered } from './rendering';

const root = 'https://file%2B.resource.test/notes/en/';
const base = `${root}chapter/`;
const address = (source: string) => imageAddress(source, base, root);

describe('images of a rendered note', () => {
  it('lie in the folder of notes', () => {
    expect(address('../images/a.svg')).to.equal(`${new URL(root).href}images/a.svg`);
    expect(address('a b.png')).to.match(/\/chapter\/a%20b\.png$/);
    expect(address('./x/../y.png?v=1')).to.match(/\/chapter\/y\.png\?v=1$/);
  });

  it('come from nowhere else', () => {
    const elsewhere = [
      '../../a.svg',
      '../../en-other/a.svg',
      'https://example.org/a.png',
      '//example.org/a.png',
      '/etc/a.png',
      'data:image/png;base64,AA',
      'file:///a.png',
    ];
    for (const source of elsewhere) expect(address(source), source).to.equal(undefined);
  });

  it('are refused where a separator is encoded', () => {
    for (const source of ['..%2f..%2fa.png', '%2e%2e/%2e%2e/%2e%2e/a.png', '..\\..\\a.png', '..%5C..%5Ca.png', 'a%00.png'])
      expect(address(source), source).to.equal(undefined);
  });

  it('come from no drive, other machine or stream beside the folder, as Windows has them', () => {
    for (const root of ['file:///c%3A/notes/', 'file:///C:/notes/', 'file://server/share/']) {
      for (const source of [
        ...[
          'C:/a.png',
          'c:\\a.png',
          'C|/a.png',
          '/C|/a.png',
          'file:C:/a.png',
          '\\\\server\\share-2\\a.png',
          '//server-2/share/a.png',
          '/\\server/a.png',
        ],
        ...[
          'file://server-2/share/a.png',
          '../../../d:/a.png',
          '../../../../share-2/a.png',
          '..%5c..%5ca.png',
          ' //server-2/a.png',
          '\t//server-2/a.png',
        ],
      ]) {
        expect(imageAddress(source, `${root}en/`, root), `${source} in ${root}`).to.equal(undefined);
      }
      expect(imageAddress('../a.png', `${root}en/`, root)).to.equal(`${new URL(root).href}a.png`);
    }
  });

  it('lie in the folder, however they are written, as Node reads addresses on both kinds of system', () => {
    const piece = fc.constantFrom(
      ...[
        '..',
        '.',
        '/',
        '/',
        '/',
        '\\',
        '%2e',
        '%2E%2e',
        '%2f',
        '%5c',
        '%00',
        '%25',
        'C:',
        'c|',
        'd%3A',
        'file:',
        'https:',
        'server',
        'share',
        'notes',
      ],
      ...['a.png', 'b c', '\t', '\n', ' ', '?', '#', '@', ':', '日', '%e6%97%a5'],
    );
    const folders = [
      { root: 'file:///c%3A/notes/', read: (href: string) => fileURLToPath(href, { windows: true }), path: win32 },
      { root: 'file:///c%3A/', read: (href: string) => fileURLToPath(href, { windows: true }), path: win32 },
      { root: 'file://server/share/', read: (href: string) => fileURLToPath(href, { windows: true }), path: win32 },
      { root: 'file:///notes/', read: (href: string) => fileURLToPath(href, { windows: false }), path: posix },
      { root: 'file:///', read: (href: string) => fileURLToPath(href, { windows: false }), path: posix },
      {
        root: 'https://file%2B.resource.test/c%3A/notes/',
        read: (href: string) => decodeURIComponent(new URL(href).pathname),
        path: posix,
      },
    ];
    let shown = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...folders),
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        ({ root, read, path }, pieces) => {
          const source = pieces.join('');
          const found = imageAddress(source, `${root}en/`, root);
          if (found === undefined) return;
          shown++;
          expect(new URL(found).origin + new URL(found).host).to.equal(new URL(root).origin + new URL(root).host);
          const way = path.relative(read(root), read(found));
          expect(way.split(path.sep)[0] === '..' || way === read(found), `${source} in ${root} is ${found}`).to.equal(false);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(shown).to.be.above(1000);
  });

  it('can be enlarged, but not in a link', () => {
    expect(rendered('![A "b"](../images/a.svg "T")')).to.match(
      /<span class="picture"><button type="button" data-enlarge aria-expanded="false" title="Enlarge"><img src="https:[^"]+\/notes\/images\/a\.svg" alt="A &quot;b&quot;" title="T"><\/button><\/span>/,
    );
    expect(rendered('[![a](b.png)](#c)')).to.include('<img ').and.not.to.include('<button');
  });

  it('are named where they are left out', () => {
    expect(rendered('![A $& <b>](https://example.org/a.png)')).to.include(
      '<span class="left-out">Left out: A $&amp; &lt;b&gt;</span>',
    );
  });
});
