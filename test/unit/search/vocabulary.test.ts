import { expect } from 'chai';
import { searchWords } from '../../../src/core/search/searchWords';
import { KnownTerms } from '../../../src/core/search/vocabulary';
import { vocabulary } from '../../../src/kafka/vocabulary';

const known = new KnownTerms([
  ['trigger', '触发'],
  ['fsync', 'flush', '刷盘'],
  ['high watermark', '高水位'],
]);

function termsOf(typed: string): string[] {
  return known.termsOf(searchWords(typed)).map(({ typed: words }) => words.map(({ whole }) => whole).join(' '));
}

function othersOf(typed: string): string[] {
  const [term] = known.termsOf(searchWords(typed));
  return (term?.others ?? []).map((words) => words.map(({ whole }) => whole).join(' '));
}

describe('the terms of a question', () => {
  it('are without the words that only ask, in both languages', () => {
    expect(termsOf('who triggers fsync')).to.deep.equal(['triggers', 'fsync']);
    expect(termsOf('谁触发刷盘')).to.deep.equal(['触发', '刷盘']);
    expect(termsOf('高水位是什么')).to.deep.equal(['高水位']);
    expect(termsOf('时间轮怎么推进的')).to.deep.equal(['时间轮', '推进']);
  });

  it('are the words that ask where nothing else was typed', () => {
    expect(termsOf('who')).to.deep.equal(['who']);
    expect(termsOf('谁')).to.deep.equal(['谁']);
  });

  it('may be of several words, and in any form', () => {
    expect(termsOf('high watermark')).to.deep.equal(['high watermark']);
    expect(othersOf('high watermarks')).to.deep.equal(['高水位']);
    expect(othersOf('flushing')).to.deep.equal(['fsync', '刷盘']);
    expect(othersOf('刷盘')).to.deep.equal(['fsync', 'flush']);
  });

  it('are cut in no time that grows faster than what was typed', () => {
    const began = performance.now();
    known.termsOf(searchWords('副'.repeat(20_000)));
    expect(performance.now() - began).to.be.below(2000);
  });
});

describe('the vocabulary of Kafka', () => {
  it('has each word once, and several in each group', () => {
    const words = vocabulary.flat();
    expect(new Set(words).size).to.equal(words.length);
    expect(vocabulary.every((group) => group.length > 1)).to.be.true;
  });
});
