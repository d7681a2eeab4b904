import { expect } from 'chai';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { htmlAttacks } from '../../hostile/htmlAttacks';
import { parseNote } from '../../../src/core/notes/parseNote';
import { renderNote } from '../../../media/render/renderNote';
import { mayHaveHtml } from '../../../src/core/notes/html/elements';
import { panelNote, rendered, words } from './rendering';

/** The elements that a note's text, links and pictures consist of. */
const known = new Set(
  (
    'section h1 h2 h3 h4 h5 h6 p a span em strong s code pre div blockquote ul ol li input table thead tbody tfoot tr th td caption hr br img ' +
    'wbr button figure details summary kbd sub sup #text'
  ).split(' '),
);

/** Returns what is in HTML, as an independent parser sees it, that no note may have. */
function dangerIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if (!known.has(node.nodeName) && node.nodeName !== '#document-fragment') found.push(node.nodeName);
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (/^on|^style$|^srcset$|^formaction$|^is$/.test(name) || name.includes(':')) found.push(`${name}=${value}`);
      if (name === 'src' && !value.startsWith('https://vscode-remote+host.resource.test/notes/')) found.push(`src=${value}`);
      if (name === 'href' && /^\s*(?!kafka:|https?:|mailto:)[a-z][a-z\d+.-]*:/i.test(value)) found.push(`href=${value}`);
      // Of all ids a note has only those of footnotes.
      if (name === 'name' || (name === 'id' && !/^fn(?:ref)?:\d/.test(value))) found.push(`${name}=${value}`);
      if (name === 'class' && value.includes('mine')) found.push(`class=${value}`);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

describe('HTML in a rendered note', () => {
  it('may be the elements that people use on GitHub, written anew', () => {
    expect(rendered('a <KBD class="mine" onclick=x()>b</kbd> <sub>c</sub><br/>d\n')).to.include(
      '<p>a <kbd>b</kbd> <sub>c</sub><br>d</p>',
    );
    expect(rendered('<details open id="mine">\n<summary>S &lt; T</summary>\n\n*in*\n\n</details>\n')).to.include(
      '<details open><summary>S &lt; T</summary><p><em>in</em></p></details>',
    );
    expect(rendered('<font color="#f00">a</font> <font color="url(x)">b</font>\n')).to.include(
      '<span class="hue red">a</span> <span>b</span>',
    );
    expect(rendered('<img src="a.png" width="40px" style="x" alt="A">\n')).to.match(
      /<img src="[^"]*\/a\.png" alt="A" width="40">/,
    );
    expect(rendered('<table><tr><td colspan="2" align="right">a</td></tr></table>\n')).to.include(
      '<td class="right" colspan="2">a</td>',
    );
  });

  it('is text where it is not one of these, or has no partner', () => {
    expect(rendered('<b>a</b> </kbd> <kbd>c\n')).to.include('<p>&lt;b&gt;a&lt;/b&gt; &lt;/kbd&gt; &lt;kbd&gt;c</p>');
    expect(rendered('> <details>\n\n</details>\n')).not.to.include('<details');
    expect(rendered('a <details>b</details>\n')).not.to.include('<details');
  });

  it('is text, but for comments, where the page cannot purify it', () => {
    const note = panelNote('a <kbd>b</kbd> <!-- c --> <img src="a.png">\n\n<details>\n\n*d*\n\n</details>\n');
    const html = renderNote(note, words, { isHtmlText: true }).replaceAll('\n', '');
    expect(html).to.include('<p>a &lt;kbd&gt;b&lt;/kbd&gt;  &lt;img src=&quot;a.png&quot;&gt;</p>');
    expect(html).to.include('<p>&lt;details&gt;</p><p><em>d</em></p><p>&lt;/details&gt;</p>');
  });

  it('is looked for only where it may be', () => {
    for (const text of ['<KBD>', '</details\n>', 'a<br/>', '<img src=x>']) expect(mayHaveHtml(text), text).to.equal(true);
    for (const text of ['a < b', '<T>', '<imgx>', 'Map<String, Td>', '<!-- x -->'])
      expect(mayHaveHtml(text), text).to.equal(false);
  });

  it('keeps headings in its parts, whose sections the note still has', () => {
    const text = '# T\n\n<details>\n<summary>S</summary>\n\n## In\n\nText\n\n</details>\n\n## Out\n';
    expect(rendered(text)).to.include('<h2 data-heading="in">In</h2><p>Text</p></details></section><section data-slug="out">');
    expect(parseNote('file:///a.md', text).sections.map(({ slug }) => slug)).to.deep.equal(['', 't', 'in', 'out']);
  });

  const pieces = [
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=x()>',
      '<img src="javascript:x()">',
      '<img src="//evil.test/a">',
      '<svg><style>',
      '</svg>',
    ],
    ...[
      '<kbd onclick="x()">',
      '</kbd>',
      '<details ontoggle=x() open>',
      '</details>',
      '<summary id="mine">',
      '</summary>',
      '<table>',
      '</table>',
    ],
    ...[
      '<td class="mine" style="x">',
      '</td>',
      '<font color="red" face="x">',
      '</font>',
      '<a href="javascript:x()">',
      '</a>',
      '<iframe src="x">',
    ],
    ...[
      '<math><mtext><table><mglyph><style>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<kbd',
      '"',
      "'",
      '>',
      '<',
      '=',
      '`',
      '&lt;',
      '&#60;',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '**',
      '$',
      '[a](javascript:x())',
    ],
    ...[
      '<br/',
      '<center>',
      '</center>',
      '<template>',
      '<noscript>',
      '<textarea>',
      '<plaintext>',
      '</p>',
      '</section>',
      '> [!NOTE]\n> ',
      'word',
    ],
  ];

  it('has nothing that runs, loads or disguises itself in known attacks, alone or in other Markdown', () => {
    for (const attack of htmlAttacks('https://evil.test')) {
      for (const text of [
        attack,
        `a ${attack} b`,
        `> ${attack}`,
        `- ${attack}\n\n${attack}`,
        `| ${attack} |\n| - |\n| ${attack} |`,
      ]) {
        expect(dangerIn(rendered(text)), text).to.deep.equal([]);
      }
    }
  });

  it('ends what an author leaves open, so that the rest of the note stays outside', () => {
    for (const attack of htmlAttacks('https://evil.test')) {
      const html = rendered(`# T\n\n${attack}\n\n## Rest\n\nwords\n`);
      const sections = parseFragment(html).childNodes;
      const rest = sections.find((node) => 'attrs' in node && node.attrs.some(({ value }) => value === 'rest'));
      // Without a blank line a block of HTML may hold all that follows as text.
      if (html.includes('>Rest<')) expect(rest, attack).not.to.equal(undefined);
      expect(html, attack).to.include('words');
      for (const node of sections) if ('attrs' in node) expect(node.nodeName, attack).to.be.oneOf(['section']);
    }
  });

  it('has nothing that runs, loads or disguises itself, however it is written', () => {
    expect(dangerIn('<p onclick="x()"><script></script><img src="//a"><a href="javascript:x()" id="mine">')).to.have.length(5);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const html = rendered(parts.join(''));
        expect(dangerIn(html), html).to.deep.equal([]);
      }),
      { numRuns: Number(process.env.KAFKA_NOTES_RUNS ?? 2000) },
    );
  });
});

describe('an alert', () => {
  it('is a quotation with a title and without its mark', () => {
    expect(rendered('> [!tip]\n> Text\n')).to.include(
      '<blockquote class="alert tip"><p class="alert-title">Tip</p><p>Text</p></blockquote>',
    );
    expect(rendered('> [!NOTE]\n>\n> Text\n')).to.include('Note</p><p>Text</p>');
  });

  it('is none without words, with words behind the mark, or of another kind', () => {
    for (const text of ['> [!NOTE]', '> [!NOTE] Text', '> [!INFO]\n> Text', '[!NOTE]\nText']) {
      expect(rendered(text)).not.to.include('alert');
    }
  });
});

describe('maths', () => {
  it('stands between dollar signs, as in the editor’s preview', () => {
    expect(rendered('a $x_1 *b*$ c\n')).to.include('<span class="maths" data-maths="x_1 *b*">$x_1 *b*$</span>');
    expect(rendered('$$\na\n$$\n')).to.include('<p class="maths displayed" data-maths="a">');
    expect(rendered('$$a$$ b\n')).to.include('<span class="maths displayed" data-maths="a">');
  });

  it('is neither a price nor a variable nor code', () => {
    for (const text of [
      'costs $5 and $6',
      '$alert and $HOME/$USER',
      '$topic-$partition, ${topic}-${partition}, $HOME:$PATH',
      'A$5, B$6.',
      'a $ b $ c',
      '`$a$`',
      '```sh\necho $A $B\n```',
      'is $5 `$` b',
      '\\$a$',
      '$[x](kafka:a.B)$',
      '$$',
      '$$\n\na\n\n$$',
    ]) {
      expect(rendered(text), text).not.to.include('data-maths');
    }
  });

  it('leaves anchors around it what they are', () => {
    const { anchors } = parseNote('file:///a.md', 'a $x$ [b](kafka:a.B) $5 [c](kafka:a.C) $6 $$y$$ [d](kafka:a.D)\n');
    expect(anchors.map(({ text }) => text)).to.deep.equal(['kafka:a.B', 'kafka:a.C', 'kafka:a.D']);
  });
});
