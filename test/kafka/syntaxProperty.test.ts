import { expect } from 'chai';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldColumns } from '../../src/core/language/folds';
import { symbolTree, type SymbolNode } from '../../src/core/language/symbolTree';
import { outlineFile } from '../unit/symbols/outlineFile';
import { languageOf } from '../../src/core/syntax/language';
import { Parsers } from '../../src/core/syntax/parsers';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';
import { newReader, readSyntax, tokensOf } from '../unit/language/reading';

/** The step between the files of Kafka that are read. */
const step = 12;

const root = kafkaSource();
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => languageOf(file) !== undefined)
  .sort()
  .filter((file, index) => index % step === 0 || /KafkaApis|ZooKeeperClient\.scala|VerifiableProperties/.test(file));

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('the syntax of real files', function () {
  this.timeout(60_000);

  it('has tokens one behind the other, each in its line, and folds each inside or outside of all others', async () => {
    const reader = newReader();
    expect(files.length).to.be.greaterThan(150);
    for (const file of files) {
      const text = textOf(file);
      const syntax = await reader.read(`file:///${file}`, file, text);
      if (syntax === undefined) throw new Error(`${file} was not read`);
      const lines = text.split(/\r\n|\n|\r/);
      let [lastLine, lastEnd] = [0, 0];
      for (const { line, character, length } of tokensOf(syntax)) {
        if (line !== lastLine) lastEnd = 0;
        if (character < lastEnd || length < 1 || character + length > (lines[line]?.length ?? 0))
          expect.fail(`${file}:${line + 1}`);
        [lastLine, lastEnd] = [line, character + length];
      }
      const around: number[] = [];
      let lastStart = -1;
      for (let at = 0; at < syntax.folds.length; at += foldColumns) {
        const [start = 0, end = 0] = syntax.folds.subarray(at, at + foldColumns);
        while ((around.at(-1) ?? Infinity) < start) around.pop();
        const outer = around.at(-1) ?? Infinity;
        if (start <= lastStart || end <= start || end > outer || end >= lines.length)
          expect.fail(`${file}:${start + 1}-${end + 1}`);
        around.push(end);
        lastStart = start;
      }
    }
  });

  it('has a colour for nearly every `def`, in broken files too', async () => {
    let [coloured, written] = [0, 0];
    for (const file of files.filter((one) => one.endsWith('.scala'))) {
      const lines = textOf(file).split('\n');
      const isDef = (line: number, start: number, length: number): boolean => lines[line]?.slice(start, start + length) === 'def';
      for (const { line, character, length, colour } of tokensOf(await readSyntax(file, textOf(file)))) {
        if (colour === 'keyword.declaration' && isDef(line, character, length)) coloured++;
      }
      written += lines.filter((line) => /^\s*((override|private|protected|final|implicit)(\[\w+\])?\s+)*def\s/.test(line)).length;
    }
    expect(written).to.be.greaterThan(500);
    // The parser misses the `def` behind an abstract method without a result type.
    expect(coloured / written).to.be.greaterThan(0.99);
  });

  it('has every symbol of the outline once, inside of what contains it', async () => {
    const parsers = new Parsers(assets);
    for (const file of files) {
      const info = languageOf(file);
      if (info === undefined) throw new Error(file);
      const outline = outlineFile(textOf(file), await parsers.load(info.id));
      const found: string[] = [];
      const visit = ({ symbol, children }: SymbolNode): void => {
        found.push(symbol.path);
        for (const child of children) {
          const owner = symbol.path + (child.symbol.path.includes('#') ? '#' : '.');
          if (!child.symbol.path.startsWith(owner)) expect.fail(`${child.symbol.path} in ${symbol.path}, ${file}`);
          visit(child);
        }
      };
      symbolTree(outline).forEach(visit);
      const typeNames = new Set(
        outline.symbols
          .filter(({ kind }) => kind !== 'constructor')
          .map(({ nameRange: { start } }) => `${start.line}:${start.character}`),
      );
      const expected = outline.symbols.filter(
        ({ kind, nameRange: { start } }) => kind !== 'constructor' || !typeNames.has(`${start.line}:${start.character}`),
      );
      expect(found, file).to.deep.equal(expected.map(({ path }) => path));
    }
  });

  it('is the same of a text that is typed in as of one read anew', async () => {
    const file = files.find((one) => one.endsWith('.scala') && textOf(one).length > 4000 && textOf(one).length < 12_000)!;
    const text = textOf(file);
    const typed = newReader();
    const pieces = fc.constantFrom('x', '{', '}', '(', '"', '/*', '\n', ' val y = 1\n', 'def f() = { 1 }\n', '');
    const edit = fc.tuple(fc.nat(text.length), fc.nat(3), pieces);
    const property = fc.asyncProperty(edit, async ([at, removed, piece]) => {
      const next = text.slice(0, at) + piece + text.slice(at + removed);
      expect(await typed.read('file:///typed', file, next)).to.deep.equal(await readSyntax(file, next));
    });
    await fc.assert(property, { seed: 8, numRuns: 60 });
  });
});
