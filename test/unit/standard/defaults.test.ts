import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { Setting, SettingDefault } from '../../../src/core/settings/setting';
import { wrongDefaults } from '../../../src/core/standard/defaults';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function setting(name: string, ...defaults: SettingDefault[]): [string, Setting[]] {
  const one = { name, file: 'A.java', range: place, owner: 'A', type: undefined, doc: undefined };
  return [name, defaults.map((default_) => ({ ...one, default: default_ }))];
}
const value = (text: string): SettingDefault => ({ kind: 'value', value: text });

const settings = new Map([
  setting('linger.ms', value('0')),
  setting('max.block.ms', value('60000')),
  setting('log.roll.hours', value('168')),
  setting('batch.size', value('16384')),
  setting('retries', value('2147483647'), value('5')),
  setting('acks', value('1')),
  setting('group.id', value('""')),
  setting('enable.idempotence', value('false')),
  setting('compression.type', value('none')),
  setting('bootstrap.servers', { kind: 'none' }),
  setting('log.dir', { kind: 'expression', written: 'Defaults.LogDir' }),
]);

async function problems(text: string): Promise<string[]> {
  return (await wrongDefaults(parseNote('n.md', text), settings, ['Since'])).map(({ args }) => args.join(' '));
}

describe('the defaults of settings in notes', () => {
  for (const text of [
    '`linger.ms` (0 ms)',
    '[`max.block.ms`](kafka:A#B) (60,000 ms by default)',
    '`max.block.ms` (1 minute)',
    '`max.block.ms`, 60 s by default',
    '`max.block.ms` (`60 * 1000`)',
    '`max.block.ms` is set (1 ms would be too short)',
    '`log.roll.hours` (7 days)',
    '`batch.size` (16 KiB)',
    '`retries` (5)',
    '`retries` (2,147,483,647)',
    '`enable.idempotence` (false)',
    '`compression.type` (`none`)',
    '`log.dir` (`/anything`)',
    '`linger.ms`（默认 0）',
    '`max.block.ms`，默认 60 秒',
    '`unknown.setting` (3)',
    '`batch.size` records',
    '## Since 3\n\n`linger.ms` (5 ms)',
  ]) {
    it(`may be told so: ${text}`, async () => expect(await problems(text)).to.deep.equal([]));
  }

  for (const [text, found] of [
    ['`linger.ms` (5 ms)', 'linger.ms 5 0'],
    ['`max.block.ms` (60 ms)', 'max.block.ms 60 60000'],
    ['`max.block.ms` (30 s)', 'max.block.ms 30000 60000'],
    ['`max.block.ms`, 61,000 ms by default', 'max.block.ms 61000 60000'],
    ['`max.block.ms` (`61 * 1000`)', 'max.block.ms 61000 60000'],
    ['`log.roll.hours` (6 days)', 'log.roll.hours 144 168'],
    ['`batch.size` (16 MiB)', 'batch.size 16777216 16384'],
    ['`retries` (0)', 'retries 0 2147483647, 5'],
    ['`enable.idempotence` (true)', 'enable.idempotence true false'],
    ['`compression.type` (`gzip`)', 'compression.type gzip none'],
    ['`bootstrap.servers` (`localhost`)', 'bootstrap.servers localhost none'],
    ['`max.block.ms`，默认 61 秒', 'max.block.ms 61000 60000'],
    ['`linger.ms`（5 毫秒）', 'linger.ms 5 0'],
  ] as const) {
    it(`are refused: ${text}`, async () => expect(await problems(text)).to.deep.equal([found]));
  }

  it('are read in the column of a table that is headed so, in the row that begins with the setting', async () => {
    const table =
      '| Setting | Type | Default |\n|---|---|---|\n| `linger.ms` | long | 1 ms |\n| [`batch.size`](kafka:A) | int | [`16384`](kafka:A) bytes |\n' +
      '| beside `batch.size` | int | 3 |\n\n| Setting | Value |\n|---|---|\n| `linger.ms` | 5 |\n';
    expect(await problems(table)).to.deep.equal(['linger.ms 1 0']);
    expect(await problems(table.replaceAll('Default', '默认值'))).to.deep.equal(['linger.ms 1 0']);
  });
});
