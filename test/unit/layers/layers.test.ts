import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { layers } from '../../../dev/layers.mjs';

const folders = Object.keys(layers);

const checker = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const ruleFile = resolve('dev/importRules.mjs');

interface Report {
  readonly summary: { readonly violations: readonly { rule: { name: string }; from: string; to: string }[] };
}

/** Writes these files into a folder of their own, checks them as `npm run lint` does, and returns `RULE: FROM -> TO` for each fault. */
async function faultsOf(files: ReadonlyMap<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [file, text] of new Map([...files, ['tsconfig.json', '{}'], ['src/start.ts', ''], ['media/start.ts', '']])) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const args = [checker, '--config', ruleFile, '--output-type', 'json', 'src', 'media'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 });
    const { summary } = JSON.parse(stdout) as Report;
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The name that the file of one folder has for what it imports of another. */
const nameOf = (folder: string): string => folder.replaceAll('/', '_');

/** How a file may import another one, and what the other one is called for it. */
const ways: Readonly<Record<string, (path: string) => string>> = {
  value: (path) => `import { target } from '${path}';\nexport const own = target;\n`,
  type: (path) => `import type { Target } from '${path}';\nexport type Own = Target;\n`,
  dynamic: (path) => `export const later = () => import('${path}');\n`,
};

function mayImport(from: string, to: string): boolean {
  return from === to || (layers[from]?.imports ?? []).some((allowed) => to === allowed || to.startsWith(`${allowed}/`));
}

/** A file in each folder for each other folder, which imports it in each way; and what is wrong with that by the table. */
function everyDirection(): { files: Map<string, string>; faults: string[] } {
  const files = new Map<string, string>();
  const faults: string[] = [];
  for (const to of folders) {
    for (const way of Object.keys(ways)) files.set(`${to}/${way}.ts`, 'export const target = 1;\nexport type Target = number;\n');
    for (const from of folders.filter((one) => one !== to)) {
      const file = `${from}/${nameOf(to)}.ts`;
      const path = (way: string): string => relative(from, `${to}/${way}`).replace(/^(?![.])/, './');
      files.set(
        file,
        Object.entries(ways)
          .map(([way, write]) => write(path(way)))
          .join(''),
      );
      if (mayImport(from, to)) continue;
      for (const way of Object.keys(ways)) faults.push(`imports of ${from}: ${file} -> ${to}/${way}.ts`);
    }
  }
  return { files, faults };
}

/** A file in each folder that imports the editor, and one that imports a module of Node; and what is wrong with that by the table. */
function everyModule(): { files: Map<string, string>; faults: string[] } {
  const files = new Map<string, string>();
  const faults: string[] = [];
  for (const folder of folders) {
    files.set(`${folder}/editor.ts`, "import * as vscode from 'vscode';\nexport const own = vscode;\n");
    files.set(`${folder}/node.ts`, "import { readFile } from 'node:fs/promises';\nexport const own = readFile;\n");
    const { modules = [] } = layers[folder] ?? {};
    if (!modules.includes('vscode')) faults.push(`vscode in ${folder}: ${folder}/editor.ts -> vscode`);
    if (!modules.includes('node')) faults.push(`node in ${folder}: ${folder}/node.ts -> fs/promises`);
  }
  return { files, faults };
}

describe('the table of layers', function () {
  this.timeout(120_000);

  it('names only folders that it has a line for, and each of them once', () => {
    for (const { imports } of Object.values(layers)) {
      expect(new Set(imports).size).to.equal(imports.length);
      for (const name of imports)
        expect(
          folders.some((one) => one === name || one.startsWith(`${name}/`)),
          name,
        ).to.be.true;
    }
  });

  it('has no circle: an order exists in which each folder imports earlier ones only', () => {
    const left = new Set(folders);
    for (let before = -1; before !== left.size;) {
      before = left.size;
      for (const folder of left) {
        if (![...left].some((other) => other !== folder && mayImport(folder, other))) left.delete(folder);
      }
    }
    expect([...left]).to.deep.equal([]);
  });

  it('makes each forbidden direction fail and no other one, and keeps the editor and Node out of what runs without them', async () => {
    const [directions, modules] = [everyDirection(), everyModule()];
    const found = await faultsOf(new Map([...directions.files, ...modules.files]));
    expect(directions.faults.length).to.be.greaterThan(1000);
    expect(found.filter((fault) => !fault.startsWith('a circle')).sort()).to.deep.equal(
      [...directions.faults, ...modules.faults].sort(),
    );
  });

  it('finds a circle of files, of types too, a circle of folders, and a folder that it has no line for', async () => {
    const faults = await faultsOf(
      new Map([
        ['src/core/util/a.ts', "import type { B } from './b';\nexport type A = B | 1;\n"],
        ['src/core/util/b.ts', "import type { A } from './a';\nexport type B = A | 2;\n"],
        ['src/core/notes/one/a.ts', "import { d } from '../two/d';\nexport const a = d;\n"],
        ['src/core/notes/one/b.ts', 'export const b = 1;\n'],
        ['src/core/notes/two/c.ts', "import { b } from '../one/b';\nexport const c = b;\n"],
        ['src/core/notes/two/d.ts', 'export const d = 1;\n'],
        ['src/unknown/a.ts', "import { b } from './b';\nexport const a = b;\n"],
        ['src/unknown/b.ts', 'export const b = 1;\n'],
      ]),
    );
    expect(faults).to.include('a circle of files: src/core/util/a.ts -> src/core/util/b.ts');
    expect(faults).to.include('a circle of folders: src/core/notes/one -> src/core/notes/two');
    expect(faults).to.include('a folder without a line in dev/layers.mjs: src/unknown/a.ts -> src/unknown/b.ts');
  });
});
