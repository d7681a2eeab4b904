import { expect } from 'chai';
import { renderNote } from '../../../media/render/renderNote';
import { TermFinder } from '../../../src/core/notes/glossary/termFinder';
import { parseNote } from '../../../src/core/notes/parseNote';
import { panelNote, words } from '../panel/rendering';

const text = '---\nkind: glossary\n---\n# G\n\n- **high watermark, HW**: The *offset*\n  of it.\n- **LEO** – The end.\n- **none**\n- no **entry**: here\n\n## Z\n\n**高水位**：已提交。\n';

describe('a glossary', () => {
  it('has the terms that begin its paragraphs', () => {
    expect(parseNote('file:///g.md', text).glossary).to.deep.equal([
      { terms: ['high watermark', 'HW'], text: 'The offset of it.', section: 1 },
      { terms: ['LEO'], text: 'The end.', section: 1 },
      { terms: ['高水位'], text: '已提交。', section: 2 },
    ]);
  });

  it('is one by its front matter alone', () => {
    expect(parseNote('file:///g.md', text.replace('glossary', 'other'))).not.to.have.property('glossary');
  });

  it('is found in any case, as whole words, and in Chinese anywhere', () => {
    const finder = new TermFinder([['mark', 'a.b'], ['high mark'], ['高水位', 'leader']]);
    const found = (one: string): string[] => finder.find(one).map(({ start, end, entry }) => `${entry}:${one.slice(start, end)}`);
    expect(found('Marks, High\nmark and mark; a.b, axb')).to.deep.equal(['1:High\nmark', '0:mark', '0:a.b']);
    expect(found('新的高水位由leader决定，leaders 不是')).to.deep.equal(['2:高水位', '2:leader']);
  });

  it('is marked at the first place in a section, but not in code, links and headings', () => {
    const note = panelNote('# The mark\n\n`mark` [mark](b.md) a **mark** and mark\n\n## Two\n\nmark\n');
    const html = renderNote({ ...note, terms: [{ terms: ['mark'], text: 'T', href: 'g.md' }] }, words);
    expect(html.match(/<a class="term"/g)).to.have.length(2);
    expect(html).to.include('a <strong><a class="term" href="g.md" data-file="g.md" data-term="0">mark</a></strong> and mark');
  });
});
