import { expect } from 'chai';
import { searchTerms, searchWords } from '../../../src/core/search/searchWords';

describe('the words of a text', () => {
  it('are names as a whole and by their humps', () => {
    expect(searchTerms('appendRecords')).to.deep.equal(['appendrecords', 'append', 'records']);
    expect(searchTerms('SSLHandler')).to.deep.equal(['sslhandler', 'ssl', 'handler']);
    expect(searchTerms('MAX_IN_FLIGHT')).to.deep.equal(['max_in_flight', 'max', 'in', 'flight']);
  });

  it('are names with dots as a whole, by their parts, and by the humps of these', () => {
    expect(searchTerms('LogConfig.flushMs')).to.deep.equal([
      'logconfig.flushms',
      'logconfig',
      'log',
      'config',
      'flushms',
      'flush',
      'ms',
    ]);
  });

  it('leave out signs', () => {
    expect(searchTerms('zero-copy: `acks=all`, (really).')).to.deep.equal(['zero', 'copy', 'acks', 'all', 'really']);
  });

  it('are pairs of neighbours, and the last character, where a script has no spaces', () => {
    expect(searchTerms('零拷贝')).to.deep.equal(['零拷', '拷贝', '贝']);
    expect(searchTerms('刷')).to.deep.equal(['刷']);
  });

  it('are separated where scripts meet', () => {
    expect(searchWords('用appendRecords追加').map(({ whole }) => whole)).to.deep.equal(['用', 'appendrecords', '追加']);
  });

  it('are the same in the wide letters of an input method', () => {
    expect(searchTerms('ＩＳＲ')).to.deep.equal(['isr']);
  });

  it('are found in time linear in the text', () => {
    const began = performance.now();
    for (const long of ['aB'.repeat(50_000), 'a.'.repeat(50_000), '副'.repeat(100_000), '_'.repeat(100_000)]) searchTerms(long);
    expect(performance.now() - began).to.be.below(2000);
  });
});
