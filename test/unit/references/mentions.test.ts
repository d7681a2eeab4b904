import { expect } from 'chai';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { longestMention, type Mention } from '../../../src/core/references/mention';
import { findMentions } from '../../../src/core/references/findMentions';

const reader = new NoteParser();

/** The mentions of a note, the name between guillemets. */
function marked(text: string): string[] {
  return findMentions(reader, text).map(
    ({ text: said, start, end }) => `${said.slice(0, start)}«${said.slice(start, end)}»${said.slice(end)}`,
  );
}

const link = '[`append`](kafka:kafka.log.Log#append)';

describe('the sentence around an anchor', () => {
  it('is the one that it stands in, without marks', () => {
    const text = `First this. **Then** ${link} _writes_ to the \`segment\`, e.g. one of Kafka 2.2.0! Is that all? Yes.\n`;
    expect(marked(text)).to.deep.equal(['Then «append» writes to the segment, e.g. one of Kafka 2.2.0!']);
  });

  it('goes over the ends of lines, and not over those of paragraphs', () => {
    expect(marked(`Before.\n\nThe log's\n${link}\nwrites. After.\n\nNothing.\n`)).to.deep.equal(["The log's «append» writes."]);
  });

  it('ends with Chinese punctuation too', () => {
    expect(marked(`先做检查。随后${link}把记录写入日志段！还要刷盘吗？不一定。`)).to.deep.equal([
      '随后«append»把记录写入日志段！',
    ]);
    expect(marked(`他说：“先写。”然后${link}返回；再刷盘。完。`)).to.deep.equal(['然后«append»返回；再刷盘。']);
    expect(marked(`为 -1。“${link}成功”的意思是写进了日志。完。`)).to.deep.equal(['“«append»成功”的意思是写进了日志。']);
  });

  it('is that of each anchor where there are several', () => {
    expect(marked(`One ${link} here. Another ${link} there, and ${link}.`)).to.deep.equal([
      'One «append» here.',
      'Another «append» there, and append.',
      'Another append there, and «append».',
    ]);
  });

  it('is not ended by what stands in the name', () => {
    expect(marked('So [what? And then. Who](kafka:kafka.log.Log) knows. Nobody.')).to.deep.equal([
      'So «what? And then. Who» knows.',
    ]);
  });

  it('is the whole heading, in both forms', () => {
    expect(marked(`## What is it? An ${link}\n`)).to.deep.equal(['What is it? An «append»']);
    expect(marked(`Why? An ${link}\n---\n`)).to.deep.equal(['Why? An «append»']);
  });

  it('is that of an item, a task or a quote alone', () => {
    expect(marked(`- one\n- the ${link}\n  goes on\n- three\n`)).to.deep.equal(['the «append» goes on']);
    expect(marked(`> 1. quoted: ${link}. More.\n`)).to.deep.equal(['quoted: «append».']);
  });

  it('is the row in a table, its cells told apart', () => {
    const text = `| a | b |\n| - | - |\n| \`x\` | one ${link}. Two. |\n| y | z |\n`;
    expect(marked(text)).to.deep.equal(['x | one «append». Two.']);
  });

  it('is the line that a diagram draws', () => {
    const text = [
      '```mermaid',
      'sequenceDiagram',
      '  %% kafka:kafka.log.Log#append',
      '  P->>L: append the batch',
      '```',
      '',
      '```mermaid',
      'flowchart LR',
      '  A[the log] --> B["a segment"]',
      '  click A "kafka:kafka.log.Log"',
      '  click C "kafka:kafka.log.Cleaner"',
      '```',
    ].join('\n');
    expect(marked(text)).to.deep.equal(['P->>L: «append the batch»', 'A[«the log»] --> B["a segment"]', '«C»']);
  });

  it('is the line of code that a comment is about', () => {
    expect(
      marked('```scala\nlog.append(records) // kafka:kafka.log.Log#append\n// kafka:kafka.log.Log#flush\nlog.flush()\n```\n'),
    ).to.deep.equal(['«log.append(records)»', '«log.flush()»']);
  });

  it('is found for definitions, images, entities and escapes as for any other link', () => {
    expect(marked('See [![a *log*](a.png)][l] &amp; \\*more\\*.\n\n[l]: kafka:kafka.log.Log\n')).to.deep.equal([
      'See «a log» & *more*.',
    ]);
  });

  it('keeps around the name what there is room for, in whole words', () => {
    const words = 'word '.repeat(60);
    const [middle, first, last] = [`${words}${link} ${words}`, `${link} ${words}`, `${words}${link}`].map(
      (text) => findMentions(reader, text)[0],
    );
    for (const { text, start, end } of [middle, first, last] as Mention[]) {
      expect(text.slice(start, end)).to.equal('append');
      expect(text.length).to.be.within(longestMention - 10, longestMention + 2);
      expect(text.replaceAll(/…|append/g, '').trim()).to.match(/^(?:word ?| )+$/);
    }
    expect(middle?.text).to.match(/^….*…$/);
    expect(middle?.start).to.be.within(60, 90);
    expect(first?.text).to.match(/^append word.*…$/);
    expect(last?.text).to.match(/^….*word append$/);
  });

  it('cuts no character in two, and no name that is short enough', () => {
    const [one] = findMentions(reader, `${'𠮷'.repeat(200)}${link}${'😀'.repeat(200)}`);
    expect(one?.text).to.not.match(/^…?[\udc00-\udfff]|[\ud800-\udbff]…?$/);
    const long = 'n'.repeat(1000);
    expect(findMentions(reader, `a [${long}](kafka:kafka.log.Log) b`)[0]?.text.length).to.be.at.most(longestMention + 3);
  });

  it('takes linear time', () => {
    const start = performance.now();
    expect(findMentions(reader, `${link} `.repeat(20_000))).to.have.length(20_000);
    expect(findMentions(reader, `| a |\n| - |\n|${`${link} `.repeat(5000)}|\n`)).to.have.length(5000);
    expect(performance.now() - start).to.be.lessThan(20_000);
  });
});
