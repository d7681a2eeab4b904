import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laterVersions, mainSourcesFolder } from '../../dev/laterKafka.mjs';
import { isMain } from '../../src/core/symbols/sourcePlace';
import { kafkaSource } from '../cli/kafkaSource';
import { runCli } from '../cli/runCli';

/** A symbol as `kafka-notes symbols --json` prints it. */
interface Printed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly path: string;
  readonly parameters?: readonly string[];
}

/** An anchor as `kafka-notes check --json` prints it. */
interface Checked {
  readonly line: number;
  readonly state: string;
  readonly target?: { readonly file: string; readonly line: number; readonly path: string };
}

/** The kinds that a later release may change into one another without making another symbol of it; all others are kept apart. */
const kin: Readonly<Record<string, string>> = {
  class: 'type',
  interface: 'type',
  trait: 'type',
  enum: 'type',
  annotation: 'type',
  field: 'value',
  val: 'value',
  var: 'value',
  enumConstant: 'value',
};

function identity({ kind, path, parameters }: Printed): string {
  return `${kin[kind] ?? kind} ${path}${parameters === undefined ? '' : `(${parameters.join()})`}`;
}

/** Returns the canonical anchor in a Markdown link, with every unusual character encoded. */
function link({ path, parameters }: Printed): string {
  const anchor = path + (parameters === undefined ? '' : `(${parameters.join()})`);
  const encoded = anchor.replaceAll(/[^\w.$#(),]/gu, (character) => encodeURIComponent(character).replace('*', '%2A'));
  return `[x](<kafka:${encoded}>)`;
}

async function symbolsOf(folder: string): Promise<readonly Printed[]> {
  const { stdout } = await runCli(folder, 'symbols', '--json', '.');
  return (JSON.parse(stdout) as Printed[]).filter(({ file }) => isMain(file));
}

/** Returns the results of the command line for the anchor in each line of a note. */
async function check(lines: readonly string[], source: string): Promise<ReadonlyMap<number, Checked>> {
  const notes = await mkdtemp(join(tmpdir(), 'kafka-notes-releases-'));
  try {
    await writeFile(join(notes, 'all.md'), lines.map((line) => `${line}\n`).join(''));
    const { stdout } = await runCli(notes, 'check', '--json', '--notes', notes, '--source', source);
    const { anchors } = JSON.parse(stdout) as { anchors: readonly Checked[] };
    return new Map(anchors.map((anchor) => [anchor.line, anchor]));
  } finally {
    await rm(notes, { recursive: true, force: true });
  }
}

describe("the canonical anchors of all main symbols of Kafka's release", function () {
  this.timeout(600_000);
  let own: readonly Printed[];
  before(async () => {
    own = await symbolsOf(kafkaSource());
    expect(own.length).to.be.above(30_000);
  });

  for (const version of laterVersions) {
    it(`lead in ${version} to the same symbols or nowhere`, async () => {
      const folder = mainSourcesFolder(version);
      expect(existsSync(folder), `${folder}: run "npm test -- releases"`).to.equal(true);
      const byPlace = new Map<string, string[]>();
      const there = new Set<string>();
      for (const symbol of await symbolsOf(folder)) {
        there.add(identity(symbol));
        const place = `${symbol.file}:${symbol.line} ${symbol.path}`;
        byPlace.set(place, [...(byPlace.get(place) ?? []), identity(symbol)]);
      }
      const checked = await check(own.map(link), folder);
      const wrong: string[] = [];
      let exact = 0;
      own.forEach((symbol, index) => {
        const anchor = checked.get(index + 1);
        if (anchor === undefined) wrong.push(`${identity(symbol)} is no anchor`);
        else if (anchor.state === 'exact' && anchor.target !== undefined) {
          exact++;
          const { file, line, path } = anchor.target;
          const found = byPlace.get(`${file}:${line} ${path}`) ?? [];
          if (!found.includes(identity(symbol))) wrong.push(`${identity(symbol)} leads to ${found.join(' or ')}`);
        } else if (anchor.state === 'missing' && there.has(identity(symbol))) wrong.push(`${identity(symbol)} is there`);
      });
      expect(wrong).to.deep.equal([]);
      expect(exact).to.be.above(15_000);
    });
  }
});
