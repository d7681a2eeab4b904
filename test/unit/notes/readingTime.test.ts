import { expect } from 'chai';
import { readingSeconds } from '../../../src/core/notes/readingTime';

describe('the time that a note takes to read', () => {
  it('counts words', () => {
    expect(readingSeconds('word '.repeat(200))).to.be.closeTo(60, 0.01);
    expect(readingSeconds('`log.flush.interval.ms` is 1')).to.be.closeTo((3 / 200) * 60, 0.01);
    expect(readingSeconds('')).to.equal(0);
  });

  it('counts Chinese characters, and the words between them', () => {
    expect(readingSeconds('日志'.repeat(200))).to.be.closeTo(60, 0.01);
    expect(readingSeconds('把 appendRecords 写进日志。')).to.be.closeTo((1 / 200 + 5 / 400) * 60, 0.01);
  });

  it('counts neither where links lead nor what is drawn, but code', () => {
    const plain = readingSeconds('see append\n\nint a');
    expect(readingSeconds('see [append](kafka:kafka.log.Log#append(MemoryRecords,Boolean))\n\nint a')).to.equal(plain);
    expect(readingSeconds('see append\n\n```mermaid\nflowchart LR\nA --> B\n```\nint a')).to.equal(plain);
    expect(readingSeconds('see append\n\n```java\nint a\n```\n')).to.be.above(plain);
  });

  it('takes linear time', () => {
    const start = performance.now();
    for (const text of [']('.repeat(100_000), '](a(b)'.repeat(50_000), `${'`'.repeat(100_000)}\n`, 'a'.repeat(300_000)]) readingSeconds(text);
    expect(performance.now() - start).to.be.below(1500);
  });
});
