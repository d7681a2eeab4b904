import { expect } from 'chai';
import { rendered } from './rendering';

describe('a rendered note', () => {
  it('is one section a heading, with the slugs of the host', () => {
    const html = rendered('# Title\n\nIntro\n\n## Same\n\na\n\n## Same\n\nb\n');
    expect(html).to.equal(
      '<section data-slug="title"><h1 data-heading="title">Title</h1><p>Intro</p></section>' +
        '<section data-slug="same"><h2 data-heading="same">Same</h2><p>a</p></section>' +
        '<section data-slug="same-1"><h2 data-heading="same-1">Same</h2><p>b</p></section>',
    );
  });

  it('keeps the slugs in step where a quotation or a list has a heading', () => {
    const html = rendered('# Title\n\n> ## Quoted\n\n- ### Listed\n\n## Next\n');
    expect(html).to.include('<h2 data-heading="quoted">Quoted</h2>').and.to.include('<h3 data-heading="listed">Listed</h3>');
    expect(html).to.include('<section data-slug="next"><h2 data-heading="next">Next</h2></section>');
    expect(html.match(/<section /g)).to.have.length(2);
  });

  it('shows the front matter’s title where the text has none, and the summary under it', () => {
    const html = rendered('---\ntitle: "From A & B"\nsummary: In <short>\n---\n\nText\n\n## Part\n');
    expect(html).to.match(
      /^<section data-slug=""><h1>From A &amp; B<\/h1><p class="summary">In &lt;short&gt;<\/p><p>Text<\/p><\/section>/,
    );
  });

  it('says the title once', () => {
    expect(rendered('---\ntitle: Part\nsummary: In short\n---\n## Part\n\nText\n')).to.equal(
      '<section data-slug="part"><h2 data-heading="part">Part</h2><p class="summary">In short</p><p>Text</p></section>',
    );
  });

  it('shows HTML that it does not know as text', () => {
    const html = rendered('# T\n\n<script>alert(1)</script> <imgs src=x onerror=alert(1)>\n\n<div onclick="x()">\n');
    expect(html).not.to.match(/<(script|img|div)/);
    expect(html).to.include('&lt;script&gt;');
  });

  it('shows a note with an unclosed fence', () => {
    expect(rendered('# T\n\n```java\nint a = 1;\n\n## Not a heading\n')).to.include('Not a heading').and.not.to.include('<h2');
  });

  it('has boxes for tasks, nested ones too, that cannot be ticked', () => {
    const html = rendered('- [ ] open\n- [x] `done`\n  - [X] inner\n- plain [ ] text\n');
    expect(html).to.include('<li class="task"><input type="checkbox" aria-label="Open" disabled> open</li>');
    expect(html).to.include('<input type="checkbox" aria-label="Done" disabled checked> <code>done</code>');
    expect(html).to.include('<input type="checkbox" aria-label="Done" disabled checked> inner');
    expect(html).to.include('<li>plain [ ] text</li>');
  });

  it('aligns the columns of a table without styles in the text', () => {
    const html = rendered('| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |\n');
    expect(html).to.include('<div class="table wide"><table role="table">').and.to.include('</table></div>');
    expect(html).to.include(
      '<td role="cell" data-column="a">1</td><td role="cell" class="right" data-column="b">2</td>' +
        '<td role="cell" class="center" data-column="c">3</td>',
    );
    expect(html).not.to.include('style=');
  });

  it('names the column of each cell, for a narrow panel shows the rows of a wide table as cards', () => {
    const html = rendered('| `a` "x" | |\n|---|---|\n| 1 | 2 |\n\n| b | c |\n|---|---|\n| 3 |\n');
    expect(html).to.include('<td role="cell" data-column="a &quot;x&quot;">1</td><td role="cell">2</td>');
    expect(html).to.include('<td role="cell" data-column="b">3</td><td role="cell" data-column="c"></td>');
    expect(html).not.to.include('wide');
  });

  it('links the anchors in code, whatever colours are around them', () => {
    const html = rendered('```scala\nf() // see kafka:a.A#<init>, and kafka:a.B\n```\n', { 'kafka:a.B': 'missing' });
    expect(html).to.include(
      '<span class="hljs-comment">// see <a href="kafka:a.A#&lt;init&gt;" class="anchor exact" title="to kafka:a.A#&lt;init&gt;" data-anchor="0">' +
        'kafka:a.A#&lt;init&gt;</a>, and <a href="kafka:a.B" class="anchor missing"',
    );
    expect(rendered('```none\n// kafka:a.A\n```\n')).to.include('// <a href="kafka:a.A"');
    expect(rendered('```\n// kafka:a.A\n```\n')).not.to.include('<a ');
    expect(rendered('```java\n// \uE000 kafka:a.A\n```\n')).to.include('\uE000 kafka:a.A').and.not.to.include('<a ');
  });

  it('colours code of a known language, escapes the rest', () => {
    expect(rendered('```scala\nval a = "x"\n```\n')).to.include('<span class="hljs-keyword">val</span>');
    expect(rendered('```nonsense\na < b\n```\n')).to.include('<code data-info="nonsense">a &lt; b</code>');
    expect(rendered('    a < b\n')).to.include('<code>a &lt; b</code>');
    for (const language of ['java', 'xml', 'bash', 'sh', 'properties', 'json', 'yaml', 'sql', 'ini', 'console']) {
      expect(rendered(`\`\`\`${language}\n$ ls\n<a b="1">true</a> # "x": 1\n\`\`\`\n`), language).to.include('hljs-');
    }
  });

  it('leaves a very long block without colours', () => {
    expect(rendered(`\`\`\`java\n${'int a = 1; // x\n'.repeat(5000)}\`\`\`\n`)).not.to.include('hljs-');
  });

  it('lets a long name in a line break between its parts', () => {
    expect(rendered('`kafka.server.ReplicaManager#append`')).to.include(
      '<code>kafka.<wbr>server.<wbr>ReplicaManager#<wbr>append</code>',
    );
    expect(rendered('`a.b`')).to.include('<code>a.b</code>');
  });
});
