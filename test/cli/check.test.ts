import { expect } from 'chai';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli, withFiles } from './runCli';

const source = {
  'source/core/src/main/scala/kafka/log/Log.scala':
    'package kafka.log\n\nclass Log {\n  def append(): Unit = {\n    flush()\n  }\n  def append(i: Int): Unit = {}\n}\nobject Log { val Suffix = ".log" }\n',
  'source/config/server.properties': 'log.dirs=/tmp\n',
};
const fine = {
  ...source,
  'notes/README.md': '# Plan\n- [x] [Log](deep/log.md)\n- [ ] Later\n',
  'notes/deep/log.md':
    '---\ntitle: Log\n---\n# [Log](kafka:kafka.log.Log)\n' +
    '[a](kafka:kafka.log.Log#append(Int)) [f](kafka:kafka.log.Log#append%28%29:~:text=flush%28) [p](kafka:kafka.log)\n' +
    '[s](kafka:kafka.log.Log#Suffix) [c](kafka:/config/server.properties:~:text=log.dirs)\n',
};
const log = 'core/src/main/scala/kafka/log/Log.scala';

interface Checked {
  anchors: {
    note: string;
    line: number;
    column: number;
    anchor: string;
    state: string;
    target?: unknown;
    candidates?: unknown[];
  }[];
  problems: { note: string; line: number; column: number; code: string; message: string }[];
}
const args = ['check', '--notes', 'notes', '--source', 'source'];

describe('kafka-notes check', () => {
  it('prints nothing where nothing is wrong', () =>
    withFiles(fine, async (folder) => {
      expect(await runCli(folder, ...args)).to.deep.equal({ code: 0, stdout: '', stderr: '' });
    }));

  it('survives names that no file can have, and a link that leads to itself', () =>
    withFiles(
      { ...fine, 'notes/odd.md': `# Odd\n[a](kafka:/${'a'.repeat(300)}) [b](kafka:/loop) [c](kafka:/C:/x) [d](kafka:/a%20.)\n` },
      async (folder) => {
        await symlink('loop', join(folder, 'source/loop'));
        const { code, stdout } = await runCli(folder, ...args);
        expect(code).to.equal(1);
        expect(stdout.match(/^odd\.md:2:\d+: binding\/missingFile/gm), stdout).to.have.length(4);
      },
    ));

  it('prints each anchor with its state with --verbose', () =>
    withFiles(fine, async (folder) => {
      const { code, stdout } = await runCli(folder, ...args, '--verbose');
      expect(code).to.equal(0);
      expect(stdout.trimEnd().split('\n')).to.deep.equal([
        `deep/log.md:4:9: exact: kafka:kafka.log.Log -> kafka.log.Log (class, ${log}:3:7)`,
        `deep/log.md:5:5: exact: kafka:kafka.log.Log#append(Int) -> kafka.log.Log#append(Int) (method, ${log}:7:7)`,
        `deep/log.md:5:42: exact: kafka:kafka.log.Log#append%28%29:~:text=flush%28 -> kafka.log.Log#append() (method, ${log}:5:5)`,
        `deep/log.md:5:96: exact: kafka:kafka.log -> ${log}:1:9`,
        `deep/log.md:6:5: exact: kafka:kafka.log.Log#Suffix -> kafka.log.Log$#Suffix (val, ${log}:9:18)`,
        'deep/log.md:6:37: exact: kafka:/config/server.properties:~:text=log.dirs -> config/server.properties:1:1',
        '0 problems, 6 anchors in 2 notes',
      ]);
    }));

  it('prints all anchors with their targets as JSON', () =>
    withFiles(fine, async (folder) => {
      const { code, stdout } = await runCli(folder, ...args, '--json');
      expect(code).to.equal(0);
      const { anchors, problems } = JSON.parse(stdout) as Checked;
      expect(problems).to.deep.equal([]);
      expect(anchors).to.have.length(6);
      expect(anchors[1]).to.deep.equal({
        note: 'deep/log.md',
        line: 5,
        column: 5,
        anchor: 'kafka:kafka.log.Log#append(Int)',
        state: 'exact',
        target: { file: log, line: 7, path: 'kafka.log.Log#append' },
      });
      expect(anchors.slice(3).map(({ target }) => (target as { path: string }).path)).to.deep.equal([
        'kafka.log',
        'kafka.log.Log$#Suffix',
        '/config/server.properties',
      ]);
    }));

  const broken = {
    ...source,
    'notes/bad.md':
      '---\ntitle: [\n---\n[a](kafka:kafka.log.Log#append) [b](kafka:kafka.log.Lug) [c](kafka:kafka..log) [d](gone.md)\n' +
      '[e](kafka:kafka.log.Log:~:text=nowhere) [f](kafka:a b)\n```\n[g](kafka:kafka..log)\n',
    'notes/excerpts.md':
      '- ```kafka\n  kafka.log.Lug\n  ```\n\n~~~ kafka x\nkafka:kafka.log.Log#append\n~~~\n\n```kafka\n```\n\n```kafka\na.B\na.C\n```\n',
    'notes/latin.md': Uint8Array.of(0x41, 0x0a, 0xe9),
  };

  it('names every problem at its place, with candidates, and ends with 1', () =>
    withFiles(broken, async (folder) => {
      const { code, stdout, stderr } = await runCli(folder, ...args);
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.map((line) => /^\S+:\d+:\d+: \S+(?=:)/.exec(line)?.[0] ?? line)).to.deep.equal([
        'bad.md:2:8: note/frontMatter',
        'bad.md:4:5: binding/ambiguous',
        `    kafka.log.Log#append() (method, ${log}:4:7)`,
        `    kafka.log.Log#append(Int) (method, ${log}:7:7)`,
        'bad.md:4:37: binding/missingSymbol',
        `    kafka.log.Log (class, ${log}:3:7)`,
        `    kafka.log.Log$ (object, ${log}:9:8)`,
        'bad.md:4:74: anchor/type',
        'bad.md:4:84: note/link',
        'bad.md:5:5: binding/missingFragment',
        `    kafka.log.Log (class, ${log}:3:7)`,
        'bad.md:5:45: note/notALink',
        'bad.md:6:1: note/unclosedFence',
        'excerpts.md:2:3: binding/missingSymbol',
        `    kafka.log.Log (class, ${log}:3:7)`,
        `    kafka.log.Log$ (object, ${log}:9:8)`,
        'excerpts.md:6:1: binding/ambiguous',
        `    kafka.log.Log#append() (method, ${log}:4:7)`,
        `    kafka.log.Log#append(Int) (method, ${log}:7:7)`,
        'excerpts.md:9:1: note/emptyExcerpt',
        'excerpts.md:14:1: note/excerptLines',
        'latin.md:2:1: note/notUtf8',
        '13 problems, 5 anchors in 3 notes',
      ]);
      for (const line of lines) if (/^\S+:\d+:\d+: /.test(line)) expect(line, line).to.match(/: \S+: .{10,}/);
    }));

  it('prints the same as JSON', () =>
    withFiles(broken, async (folder) => {
      const { code, stdout } = await runCli(folder, ...args, '--json');
      expect(code).to.equal(1);
      const { anchors, problems } = JSON.parse(stdout) as Checked;
      expect(anchors.map(({ state, candidates }) => [state, candidates?.length])).to.deep.equal([
        ['ambiguous', 2],
        ['missing', 2],
        ['missing', 1],
        ['missing', 2],
        ['ambiguous', 2],
      ]);
      expect(problems.slice(1, 3).map(({ note, line, column, code: what }) => [note, line, column, what])).to.deep.equal([
        ['bad.md', 4, 5, 'binding/ambiguous'],
        ['bad.md', 4, 37, 'binding/missingSymbol'],
      ]);
      expect(problems.every(({ message }) => message.length > 10)).to.equal(true);
    }));

  it('reports as missing only the anchors into a class that was renamed', () =>
    withFiles({ ...fine, [`source/${log}`]: fine[`source/${log}`].replaceAll('Log', 'Journal') }, async (folder) => {
      const { code, stdout } = await runCli(folder, ...args, '--json');
      expect(code).to.equal(1);
      expect((JSON.parse(stdout) as Checked).anchors.map(({ state }) => state)).to.deep.equal([
        'missing',
        'missing',
        'missing',
        'exact',
        'missing',
        'exact',
      ]);
    }));

  it('says why nothing can be said of an anchor', () =>
    withFiles({ ...fine, [`source/${log}`]: Uint8Array.of(0), 'source/A.java': 'class A {}' }, async (folder) => {
      const { code, stdout } = await runCli(folder, ...args);
      expect(code).to.equal(1);
      expect(stdout).to.include(
        'deep/log.md:4:9: binding/unavailable: nothing can be said of kafka:kafka.log.Log: it is binary, not text',
      );
    }));

  it('reads several folders of notes, each file once', () =>
    withFiles(
      { ...source, 'n/en/a.md': '[x](kafka:kafka.log.Gone)', 'n/zh/a.md': '[x](kafka:kafka.log.Gone)' },
      async (folder) => {
        const { stdout } = await runCli(
          folder,
          'check',
          '--notes',
          'n/en/',
          '--notes',
          'n/zh',
          'n/en',
          '--source',
          'source',
          '--json',
        );
        expect((JSON.parse(stdout) as Checked).anchors.map(({ note }) => note)).to.deep.equal(['n/en/a.md', 'n/zh/a.md']);
      },
    ));

  it('holds notes to a standard, in two languages, and says what they are about', () =>
    withFiles(
      {
        ...fine,
        'standard.yml': 'headings: [[Traps]]\nfree: [README.md]\nsubjects: [kafka.log.Log, "kafka.log.Log#append"]\n',
        'notes/deep/log.md': '---\ntitle: Log\nsummary: S\n---\n# [Log](kafka:kafka.log.Log)\n`Log.apend` `Log.append`\n',
        'other/deep/log.md': '---\ntitle: Log\nsummary: S\n---\n# [Log](kafka:kafka.log.Log$)\n## Traps\n',
      },
      async (folder) => {
        const both = ['check', '--notes', 'notes', 'other', '--source', 'source', '--standard', 'standard.yml'];
        const { code, stdout } = await runCli(folder, ...both, '--coverage');
        expect(stdout.trimEnd().split('\n')).to.deep.equal([
          'notes/README.md:1:1: standard/alike: the note is not in other',
          'notes/deep/log.md:6:1: standard/name: the source has no such name: Log.apend; expected one that it has, or an entry of "outside" in the standard',
          'notes/deep/log.md:1:1: standard/heading: no heading Traps, or not in this order',
          'notes/deep/log.md:1:1: standard/alike: the first section that differs from the other language: here it is missing, there Traps',
          '4 problems, 2 anchors in 3 notes',
          'kafka.log: 1 of 2',
          '    no section and no step: kafka.log.Log#append',
          '1 of 2 subjects; 1 symbols in all that a section is about or a step stands on',
        ]);
        expect(code).to.equal(1);
      },
    ));

  it('says what is wrong with a standard, or with the lack of one', () =>
    withFiles({ ...fine, 'standard.yml': 'word: 3' }, async (folder) => {
      const wrong = async (...more: string[]) => (await runCli(folder, ...args, ...more)).stderr;
      expect(await wrong('--standard', 'standard.yml')).to.match(/no standard: .*standard\.yml: there is no word in a standard/);
      expect(await wrong('--standard', 'none.yml')).to.match(/no standard: .*none\.yml: ENOENT/);
      expect(await wrong('--coverage')).to.match(/--coverage needs --standard/);
    }));
});
