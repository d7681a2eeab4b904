import { expect } from 'chai';
import { isExcerpt, readExcerptFence } from '../../../src/core/notes/excerptFence';
import { trailsOf } from '../../../src/core/trails/trail';
import { anchors, note, problems } from './shown';

const fence = (...lines: string[]): string[] => ['```kafka', ...lines, '```'];

describe('an excerpt', () => {
  it('is a fence in the language kafka, whatever words follow it', () => {
    for (const info of ['kafka', ' kafka ', 'Kafka', 'kafka lines=1', 'kafka\ttitle']) expect(isExcerpt(info), info).to.equal(true);
    for (const info of ['', 'kafkaesque', 'java kafka', 'kafka-properties', '{.kafka}']) expect(isExcerpt(info), info).to.equal(false);
  });

  it('gives its section an anchor at its exact place, with the scheme or without it', () => {
    const read = note('# T', '', ...fence('a.Log#append'), '', '## U', '', ...fence('', '  kafka:a.Log:~:text=if%20%28x,y  ', ''));
    expect(anchors(read)).to.deep.equal([
      ['a.Log#append', 'a.Log#append', 'Log#append'],
      ['kafka:a.Log:~:text=if%20%28x,y', 'kafka:a.Log:~:text=if%20%28x,y', 'Log: if (x … y'],
    ]);
    expect(read.anchors.map(({ text, role, inBlock, section }) => [text, role, inBlock, section])).to.deep.equal([
      ['kafka:a.Log#append', 'mention', 'excerpt', 1],
      ['kafka:a.Log:~:text=if%20%28x,y', 'mention', 'excerpt', 2],
    ]);
    expect(read.problems).to.be.empty;
  });

  it('may stand in a list or a quotation, between other marks, and hold spaces', () => {
    const read = note(
      '- one',
      '  ~~~~kafka more words',
      '  a.A#f:~:text=val x',
      '  ~~~~',
      '',
      '> 1. ```kafka\r',
      '>    /config/a.properties\r',
      '>    ```',
    );
    expect(read.anchors.map(({ text, parsed }) => [text, parsed.ok])).to.deep.equal([
      ['kafka:a.A#f:~:text=val x', true],
      ['kafka:/config/a.properties', true],
    ]);
    expect(anchors(read).map(([place]) => place)).to.deep.equal(['a.A#f:~:text=val x', '/config/a.properties']);
  });

  it('says at its place what is wrong with it', () => {
    expect(problems(note(...fence()))).to.deep.equal([['note/emptyExcerpt', 0, '```']]);
    expect(problems(note('> ~~~kafka', '>   ', '> ~~~'))).to.deep.equal([['note/emptyExcerpt', 0, '~~~']]);
    expect(problems(note(...fence('a.B', '', ' a.C#d ', 'a.D')))).to.deep.equal([['note/excerptLines', 3, 'a.C#d']]);
    expect(problems(note(...fence('  a.B#x:12')))).to.deep.equal([['anchor/lineNumber', 1, ':12']]);
    expect(problems(note(...fence('kafka:a..B')))).to.deep.equal([['anchor/type', 1, '.']]);
    expect(problems(note(...fence('a..B')))).to.deep.equal([['anchor/type', 1, '.']]);
    expect(problems(note(...fence('[x](kafka:a.B)')))[0]?.slice(0, 2)).to.deep.equal(['anchor/type', 1]);
    expect(problems(note(...fence('kafka:')))).to.deep.equal([['anchor/empty', 1, 'kafka:']]);
    expect(problems(note('```kafka', 'a.B'))).to.deep.equal([['note/unclosedFence', 0, '```']]);
  });

  it('binds none of several lines, since nobody knows which one is meant', () => {
    expect(note(...fence('a.B', 'a.C')).anchors).to.be.empty;
    expect(note(...fence('// kafka:a.B', '// kafka:a.C')).anchors).to.be.empty;
  });

  it('is no step of a trail, and does not count among those of its text', () => {
    const items = ['1. [A](kafka:a.A)', '2. [B](kafka:a.B)', '', ...fence('a.A').map((line) => `   ${line}`), '3. [A](kafka:a.A)'];
    const [trail] = trailsOf(note(...items));
    expect(trail?.steps.map(({ anchor, occurrence }) => [anchor.text, occurrence])).to.deep.equal([
      ['kafka:a.A', 0],
      ['kafka:a.B', 0],
      ['kafka:a.A', 1],
    ]);
  });

  it('is read in time linear in its content', () => {
    expect(readExcerptFence(`${' '.repeat(300_000)}a.B${' '.repeat(300_000)}`)).to.include({ kind: 'anchor', text: 'kafka:a.B' });
  });
});
