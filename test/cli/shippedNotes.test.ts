import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { nodeFolders } from '../../src/source/nodeFolders';
import { listSourceFiles } from '../../src/source/walk';
import { kafkaSource } from './kafkaSource';
import { runCli } from './runCli';

interface Anchor {
  note: string;
  anchor: string;
  state: string;
  target?: unknown;
}
interface Checked {
  anchors: Anchor[];
  problems: unknown[];
}

async function check(notes: string, source: string): Promise<Checked> {
  const { stdout, stderr } = await runCli(process.cwd(), 'check', '--json', '--notes', notes, '--source', source);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Checked;
}

/** The source may be read-only, so this writes new files and folders. */
async function copySource(from: string, to: string, change: (file: string, text: string) => string): Promise<void> {
  const { files } = await listSourceFiles(pathToFileURL(from).href, nodeFolders);
  for (const file of files) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), change(file, await readFile(join(from, file), 'utf8')));
  }
}

describe('the notes that ship, on the real source', function () {
  this.timeout(180_000);
  const languages: Record<string, Checked> = {};
  before(async () => {
    for (const language of ['en', 'zh-cn']) languages[language] = await check(`notes/${language}`, kafkaSource());
  });

  for (const language of ['en', 'zh-cn']) {
    it(`have no problem and at least 100 anchors, all exact (${language})`, () => {
      const { anchors, problems } = languages[language]!;
      expect(problems).to.deep.equal([]);
      expect(anchors.filter(({ state }) => state !== 'exact')).to.deep.equal([]);
      expect(anchors.length).to.be.at.least(100);
    });
  }

  it('have the same anchors in both languages', () => {
    const perNote = ({ anchors }: Checked): string[] => anchors.map(({ note, anchor }) => `${note} ${anchor}`).sort();
    expect(perNote(languages['zh-cn']!)).to.deep.equal(perNote(languages.en!));
  });

  it('lose the anchors into a class that is renamed, and no others', async () => {
    const source = await mkdtemp(join(tmpdir(), 'kafka-notes-renamed-'));
    try {
      await copySource(kafkaSource(), source, (file, text) =>
        file.endsWith('kafka/network/SocketServer.scala')
          ? text.replaceAll(/\b(class|object) SocketServer\b/g, '$1 SocketOffice')
          : text,
      );
      const before = languages.en!.anchors;
      const after = (await check('notes/en', source)).anchors;
      const intoIt = ({ anchor }: Anchor): boolean => /^kafka:kafka\.network\.SocketServer\$?(?![\w.])/.test(anchor);
      expect(after.filter(intoIt).length).to.be.above(0);
      expect(after.filter((one) => intoIt(one) !== (one.state === 'missing'))).to.deep.equal([]);
      expect(after.filter((one) => !intoIt(one))).to.deep.equal(before.filter((one) => !intoIt(one)));
    } finally {
      await rm(source, { recursive: true, force: true });
    }
  });
});
