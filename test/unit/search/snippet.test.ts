import { expect } from 'chai';
import { snippetOf as snippet } from '../../../src/core/search/snippet';

const snippetOf = (...asked: Parameters<typeof snippet>): string => snippet(...asked).text;

const text = `${'Nothing is said here of what is looked for. '.repeat(8)}Then a broker appends records to the log, and the replicas follow. ${'And so on. '.repeat(30)}`;

describe('a snippet', () => {
  it('begins with the sentence of the first word found where that is near', () => {
    expect(snippetOf(text, ['records'])).to.match(/^…Then a broker appends records to the log/);
    expect(snippetOf(text, ['records'])).to.match(/…$/);
  });

  it('is where the most words are', () => {
    expect(snippetOf(text, ['looked', 'records', 'replicas'])).to.include('records to the log, and the replicas');
  });

  it('is the beginning where nothing is found', () => {
    expect(snippetOf('Short and good.', ['other'])).to.equal('Short and good.');
  });

  it('does not take the middle of another word', () => {
    expect(snippetOf(`A catalogue. ${'x '.repeat(40)}The log.`, ['log'])).to.include('The log.');
  });

  it('finds ideographs', () => {
    const chinese = `${'前面的话。'.repeat(30)}副本之间同步。`;
    expect(snippetOf(chinese, ['副本', '同步'])).to.include('副本之间同步');
  });

  it('marks what was looked for, in parts of names too, and neighbours as one', () => {
    const marked = (text: string, terms: readonly string[]): string[] => {
      const found = snippet(text, terms);
      return found.marks.map(({ start, end }) => found.text.slice(start, end));
    };
    expect(marked(text, ['records', 'replicas'])).to.deep.equal(['records', 'replicas']);
    expect(marked('起始高水位取该值。', ['高水', '水位'])).to.deep.equal(['高水位']);
    expect(marked('It waits in DelayedOperationPurgatory.', ['purgatory'])).to.deep.equal(['Purgatory']);
    expect(marked('A catalogue.', ['log'])).to.deep.equal([]);
  });

  it('is of a diagram only where the sentences say nothing of it', () => {
    expect(snippetOf('The log is written.\nflush · fsync', ['flush'])).to.equal('flush · fsync');
    expect(snippetOf('We flush the log.\nflush · fsync', ['flush'])).to.equal('We flush the log.');
  });

  it('has what was found among the letters that a list shows', () => {
    const chinese = `${'前面说的是别的事情，'.repeat(30)}副本${'之后还有很多话。'.repeat(30)}`;
    expect(snippetOf(chinese, ['副本']).indexOf('副本')).to.be.below(30);
    const latin = `${'much else is said before it '.repeat(9)}replicas ${'and much more behind it '.repeat(9)}`;
    expect(snippetOf(latin, ['replicas']).indexOf('replicas')).to.be.within(10, 50);
  });
});
