import { expect } from 'chai';
import { marked } from 'marked';
import { createMarkdown } from '../../../../src/core/notes/markdown';
import { fence } from '../../../../src/core/notes/quote/fence';
import { withExcerpts } from '../../../../src/core/notes/quote/quotation';
import { quoteMarkdown } from '../../../../src/core/notes/quote/quoteMarkdown';

const parser = createMarkdown();

/** Returns the HTML of a passage in the editor's renderer; each excerpt is its anchor and this code. */
function html(passage: string, code: string): string {
  const quotation = quoteMarkdown({ passage, definitions: [], base: 'file:///n/', root: 'file:///n/' }, parser);
  const text = withExcerpts(quotation.markdown, quotation.excerpts, (anchor) => [anchor.slice(6), '', ...fence(code, 'java')]);
  return marked.parse(text, { async: false, gfm: true }).replaceAll('\n', '');
}

const block = (code: string): string => `<pre><code class="language-java">${code}</code></pre>`;

describe('an excerpt in a passage for the editor’s own renderer', () => {
  it('is a block of its own, also in a list or a quotation', () => {
    expect(html('So:\n```kafka\na.B\n```\nthen', 'x();')).to.equal(`<p>So&#58;</p><p>a.B</p>${block('x();')}<p>then</p>`);
    expect(html('- one\n  ```kafka\n  a.B\n  ```\n- two', 'x();y();')).to.match(
      /^<ul><li>(?:<p>)?one(?:<\/p>)?<p>a\.B<\/p><pre><code class="language-java">x\(\);y\(\);<\/code><\/pre><\/li><li>/,
    );
    expect(html('> so\n> ~~~kafka\n> a.B\n> ~~~', 'x();')).to.equal(`<blockquote><p>so</p><p>a.B</p>${block('x();')}</blockquote>`);
    expect(html('- ```kafka\n  a.B\n  ```', 'x();')).to.include(`a.B`).and.to.include(block('x();'));
  });

  it('keeps code in its block, whatever it says', () => {
    const code = '```\n![e](https://evil.test)\n````\n\0' + '0\0 \0x0\0 <b>';
    const shown = html('- a\n\n  ```kafka\n  a.B\n  ```', code);
    expect(shown).not.to.include('<img').and.not.to.include('<b>');
    expect(shown.match(/<pre>/g)).to.have.length(1);
  });

  it('is a plain block where it holds no anchor', () => {
    expect(html('```kafka\na.B\na.C\n```', 'x();')).to.equal('<pre><code class="language-kafka">a.Ba.C</code></pre>');
  });
});
