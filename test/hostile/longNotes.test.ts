import { expect } from 'chai';
import { findCodeAnchors } from '../../src/core/notes/code/codeAnchors';
import { parseNote } from '../../src/core/notes/parseNote';
import { cpuTime } from '../unit/notes/cpuTime';

describe('a note of one piece over and over', () => {
  it('is read in time linear in its text', () => {
    const parts = [
      ...['[', '[](kafka:', '[a](kafka:a.B) ', '[a', '`a', '![', '*a **b ', '|', '> ', '# a\n', '```\n```\n', '\r', '[r] '],
      ...['[x](kafka:a b ', '<!-- ', '<!--\n', '<a ', '<a b="', '<!-- -->', '<?', '<div>\n<!--\n\n'],
      ...['[^a] ', '[^a', '[^a]: ', '[^a]: b\n', '> [^a]: '],
    ];
    for (const part of parts) {
      const text = part.repeat(40_000) + '\n\n[r]: kafka:a.B';
      expect(
        cpuTime(() => parseNote('file:///x.md', text)),
        part,
      ).to.be.below(5000);
    }
  });

  it('has the anchors of its code found in time linear in it', () => {
    const long = 200_000;
    const parts = [
      ...['#', '// kafka:', '// kafka:a\n', '// kafka:)', '/*', '/* */', '"', '"\\', "'", '"""', '"""\\', '`', '<!--', '--'],
      ...['<<EOF\n', 'a: |\n', '- !a ', "$'\\'", '{-', '--[[', '#kafka:*', ' kafka:a.B'],
    ];
    const languages = 'java scala js sh yaml python sql lua haskell xml php nonsense'.split(' ');
    for (const info of languages) {
      for (const part of parts) {
        const text = part.repeat(long / part.length) + '// kafka:a.B';
        expect(
          cpuTime(() => findCodeAnchors(text, info)),
          `${info}: ${part}`,
        ).to.be.below(2000);
      }
    }
  });
});
