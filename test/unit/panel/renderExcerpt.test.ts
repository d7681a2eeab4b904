import { expect } from 'chai';
import { highlight } from '../../../media/colours/main';
import { renderExcerpt } from '../../../media/render/excerpt';
import type { PanelExcerpt } from '../../../src/protocol/panel';
import { panelNote, rendered, words } from './rendering';

const text = '```kafka\na.Log#append\n```\n';
const anchor = 'kafka:a.Log#append';

function parts(excerpt: Omit<PanelExcerpt, 'anchor' | 'places'> & Partial<PanelExcerpt>): ReturnType<typeof renderExcerpt> {
  return renderExcerpt({ anchor, places: [], ...excerpt }, 0, panelNote(text), words, highlight);
}

const code = { place: 'Log.scala:3–4', language: 'scala', text: 'val a = "<b>"\nb()', left: 0, isLong: false };

describe('an excerpt in the panel', () => {
  it('is named and linked before its code is there', () => {
    const html = rendered(text);
    expect(html).to.include('<figure class="excerpt" data-excerpt="0" aria-busy="true">');
    expect(html).to.include(`<a href="${anchor}" class="anchor exact" title="to ${anchor}" data-anchor="0">Log#append</a>`);
    expect(html).to.include('<p class="state">Comes</p>').and.not.to.include('data-occurrence');
  });

  it('is found in lists and quotations, and beside other words of its fence', () => {
    expect(rendered('- one\n  ~~~kafka more\n  kafka:a.B\n  ~~~\n')).to.include('data-excerpt="0"');
    expect(rendered('> ```kafka\n> a.B\n> ```\n')).to.match(/<blockquote><figure class="excerpt"/);
  });

  it('says what is wrong with its fence or its anchor, and waits for nothing then', () => {
    expect(rendered('```kafka\n```\n')).to.include('<figure class="excerpt"><p class="state">Empty</p></figure>');
    expect(rendered('```kafka\na.B\n<b>\n```\n')).to.include(
      'Lines</p><div class="code"><pre><code>a.B&lt;b&gt;</code></pre></div>',
    );
    const malformed = rendered('```kafka\na..B\n```\n');
    expect(malformed).to.include('<p class="state">to kafka:a..B</p>').and.not.to.include('aria-busy');
  });

  it('shows the code with colours, escaped, with its place, and a button to copy it', () => {
    const shown = parts({ code });
    expect(shown.head).to.match(/^<a [^>]*data-anchor="0">Log\.scala:3–4<\/a><button type="button" class="copy" data-copy>Copy/);
    expect(shown.code).to.include('<span class="hljs-keyword">val</span>').and.to.include('&lt;b&gt;');
    expect([shown.state, shown.foot]).to.deep.equal(['', '']);
    expect(parts({ code: { ...code, language: 'nonsense' } }).code).to.include('<code>val a = &quot;&lt;b&gt;&quot;');
  });

  it('offers what was cut, as much as it ever shows', () => {
    expect(parts({ code: { ...code, left: 20 } }).foot).to.equal(
      '<button type="button" data-more="0" aria-expanded="false">Show 22</button>',
    );
    expect(parts({ code: { ...code, left: 2000 } }).foot).to.include('>Show 300<');
    expect(parts({ code: { ...code, isLong: true } }).foot)
      .to.include('aria-expanded="true">Less<')
      .and.not.to.include('<a ');
    expect(parts({ code: { ...code, isLong: true, left: 1998 } }).foot).to.match(/<a [^>]*data-anchor="0">2 of 2000<\/a>$/);
  });

  it('says its state, and leads to each place that could be meant', () => {
    const shown = parts({ state: 'Ambiguous <x>', places: [{ name: 'a.Log#append(<T>)', place: 'a"b.scala:1:2' }] });
    expect(shown.state).to.equal(
      '<p class="state">Ambiguous &lt;x&gt;</p>' +
        '<ul><li><button type="button" data-place="a&quot;b.scala:1:2">a.Log#append(&lt;T&gt;)</button></li></ul>',
    );
    expect([shown.code, shown.foot]).to.deep.equal(['', '']);
    expect(shown.head).not.to.include('data-copy');
  });
});
