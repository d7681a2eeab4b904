import { expect } from 'chai';
import { snippetOf } from '../../../src/core/search/snippet';

const text = `${'Nothing is said here of what is looked for. '.repeat(8)}Then a broker appends records to the log, and the replicas follow. ${'And so on. '.repeat(30)}`;

describe('a snippet', () => {
  it('begins a little before the first word found, at a word', () => {
    expect(snippetOf(text, ['records'])).to.match(/^…\S.{0,40}records to the log/);
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
});
