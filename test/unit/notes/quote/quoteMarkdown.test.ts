import { expect } from 'chai';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { createMarkdown } from '../../../../src/core/notes/markdown';
import { withDestinations } from '../../../../src/core/notes/quote/quotation';
import { quoteMarkdown } from '../../../../src/core/notes/quote/quoteMarkdown';

const parser = createMarkdown();
const folders = { base: 'file:///notes/en/', root: 'file:///notes/' };

/** Returns the Markdown of a passage; its links lead to `link:KIND:DESTINATION`. */
function quoted(passage: string, definitions: readonly string[] = []): string {
  const quotation = quoteMarkdown({ passage, definitions, ...folders }, parser);
  return withDestinations(quotation, ({ kind, href }) => `link:${kind}:${encodeURIComponent(href)}`);
}

/** Returns what the editor's renderer shows of Markdown: its text without marks. */
function shown(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '');
}

/** Returns everything in Markdown that the editor's renderer would fetch, follow or take for HTML, as the renderer's parser sees it. */
function reaches(markdown: string): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') found.push(`${token.type} ${String(token.href)}`);
    if (token.type === 'html' || token.type === 'def') found.push(`${token.type} ${token.raw}`);
  });
  return found;
}

describe('a passage of a note for the editor’s own renderer', () => {
  it('would be dangerous as it is written', () => {
    expect(reaches('![e](https://evil.test) www.evil.test <b>')).to.have.length(3);
  });

  it('looks as the note does', () => {
    for (const text of [
      'Plain *words*, **strong** ones, ***both*** and `code`.',
      '## A heading with `code`',
      '- one\n- two\n  - inner\n  - other\n- three',
      '3. three\n4. four\n\n   more of it',
      '> quoted\n>\n> - in it',
      '```java\nint a = 1; // `x`\n\n  b();\n```',
      '| a | b |\n| :-- | --: |\n| `c` | *d* |',
      'first\\\nsecond\nthird',
      '- [ ] to do\n- [x] done',
      '***',
    ]) {
      const html = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });
      const mine = html(quoted(text)).replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      expect(mine, quoted(text)).to.equal(html(text));
    }
  });

  it('shows all signs as they are', () => {
    const signs = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
    expect(shown(quoted(`a ${signs.replace(/[\\*_`<[\]~&]/g, '\\$&')} b`)).trim()).to.equal(`a ${signs} b`);
    for (const text of ['1\\. no list', '\\- no list', '\\# no heading', 'a\n\\===', '\\> no quotation', 'www.kafka.org', 'a@b.org']) {
      expect(shown(quoted(text)).trim()).to.equal(text.replaceAll('\\', ''));
      expect(reaches(quoted(text))).to.deep.equal([]);
    }
  });

  it('has links to anchors, and to files and sections of the notes, written in any way', () => {
    const cases: readonly [text: string, link: string][] = [
      ['[a](kafka:a.B#c(int,java.lang.String...))', 'link:anchor:kafka:a.B#c(int,java.lang.String...)'],
      ['<kafka:a.B>', 'link:anchor:kafka:a.B'],
      ['[a][one]', 'link:anchor:kafka:a.One'],
      ['[one]', 'link:anchor:kafka:a.One'],
      ['[a](other.md#part)', 'link:file:other.md#part'],
      ['[a](#part "title")', 'link:file:#part'],
    ];
    for (const [text, link] of cases) {
      const [found = '', ...others] = reaches(quoted(text, ['[one]: kafka:a.One']));
      expect(others, text).to.deep.equal([]);
      expect(decodeURIComponent(found), text).to.equal(`link ${link}`);
    }
  });

  it('shows pictures of the folder of notes only', () => {
    expect(reaches(quoted('![a picture](../pictures/a(1).png)'))).to.deep.equal(['image file:///notes/pictures/a%281%29.png']);
    expect(shown(quoted('![a picture](../../etc/a.png)')).trim()).to.equal('a picture');
    for (const source of ['../../etc/a.png', 'file:///etc/a.png', '/etc/a.png', '//host/a.png', '..%2f..%2fa.png', 'data:image/png,x']) {
      expect(reaches(quoted(`![a picture](${source})`)), source).to.deep.equal([]);
    }
  });

  it('has no other link, picture or HTML, however it is written', () => {
    for (const text of [
      '![x](https://evil.test/a.png)',
      '![x][evil]',
      '![evil]',
      '[x](file:///etc/passwd)',
      '[x](command:kafkaNotes.link.markRead?%5B%5D)',
      '[x](https://evil.test) <https://evil.test> https://evil.test www.evil.test <a@evil.test>',
      '[x][evil] [evil][] [evil]',
      '[evil2]: https://evil.test\n\n[evil2]',
      '[x](\\\\host\\share) [x](//evil.test) [x](vscode://evil.test)',
      '<img src="https://evil.test/a.png"> <a href="command:x">x</a>',
      '<div>\n![x](https://evil.test)\n</div>\n\n<script>x</script>',
      '**x ``a** ![e](https://evil.test) `b`` y**',
      '**\\` x `a** ![e](https://evil.test)` y**',
      '~~x `a~~ ![e](https://evil.test)` y~~',
      '| a |\n| - |\n| `a\\\\| ![e](https://evil.test)` |',
      '[x `a](https://evil.test)` y](kafka:a.B)',
      '- ```\n  ![e](https://evil.test)\n  ```\n- ~~~\n![e](https://evil.test)',
      '```\n``\n![e](https://evil.test)',
      '[^1]\n\n[^1]: ![e](https://evil.test)',
      'a\u0000![e](https://evil.test)\u00000\u0000',
    ]) {
      const outside = reaches(quoted(text, ['[evil]: https://evil.test'])).filter((one) => !one.startsWith('link link:'));
      expect(outside, `${text}\n${quoted(text)}`).to.deep.equal([]);
    }
  });

  it('reaches nothing else in any mixture of marks', () => {
    const piece = fc.constantFrom(
      ...['![e](https://evil.test)', '[e](command:x)', '<https://evil.test>', 'https://evil.test', '[a](kafka:a.B)', '<img src=x>'],
      ...['`', '``', '```', '~~~', '~~', '*', '**', '_', '__', '\\', '|', '| - |', '[', ']', '](', ')', '!', '<', '>', '&', '\n', '\n\n'],
      ...['- ', '1. ', '> ', '# ', '    ', '\t', ' ', 'a', 'b c', '[e]', '[^1]', '[^1]: ', '[e]: https://evil.test', '<!--', '-->', '<?'],
    );
    const runs = Number(process.env.KAFKA_NOTES_QUOTES ?? 4000);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const outside = reaches(quoted(text)).filter((one) => !one.startsWith('link link:'));
        expect(outside, `${JSON.stringify(text)}\n${quoted(text)}`).to.deep.equal([]);
      }),
      { seed: 20190322, numRuns: runs },
    );
  });
});
