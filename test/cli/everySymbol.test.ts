import { expect } from 'chai';
import { localUri } from '../../src/cli/localUri';
import { localWorkspace } from '../../src/cli/localWorkspace';
import { canonicalTarget } from '../../src/core/bindings/anchorOf';
import { resolve } from '../../src/core/bindings/bind';
import { groupOf, packReleaseSymbols } from '../../src/core/bindings/releaseSymbols';
import { parseAnchor } from '../../src/core/notes/parseAnchor';
import { printAnchor } from '../../src/core/notes/printAnchor';
import { isMain } from '../../src/core/symbols/sourcePlace';
import type { SourceSymbol } from '../../src/core/symbols/symbol';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { kafka } from '../../src/kafka/kafka';
import { symbols as release } from '../../src/kafka/symbols';
import { paths } from '../../src/kafka/symbols.json';
import { assets } from '../unit/bindings/readTable';
import { kafkaSource } from './kafkaSource';

function isSame(one: SourceSymbol | undefined, other: SourceSymbol): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function hasSameAnchor(one: SourceSymbol, other: SourceSymbol): boolean {
  return groupOf(one.kind) === groupOf(other.kind) && one.parameters?.join() === other.parameters?.join();
}

describe("an anchor to each of Kafka's symbols", function () {
  this.timeout(180_000);
  let table: SymbolTable;
  before(async () => {
    const workspace = localWorkspace(assets, kafka);
    await workspace.open({ notes: [], trees: [{ root: localUri('/', kafkaSource()) }] });
    await workspace.settled();
    table = workspace.trees.active!.table;
    workspace.dispose();
  });

  it('leads to that symbol, or to it and those that share its path, its parameters and its kind', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const file of table.files) {
      for (const symbol of table.outline(file)?.symbols ?? []) {
        count++;
        const text = printAnchor(canonicalTarget(symbol));
        const parsed = parseAnchor(text);
        const found = parsed.ok ? resolve(parsed.anchor, { table, release, hasFile: () => false }) : undefined;
        const result = found?.kind === 'done' ? found.result : undefined;
        const isShared = table.byPath(symbol.path).filter((one) => hasSameAnchor(one.symbol, symbol)).length > 1;
        const isRight =
          (result?.state === 'exact' && isSame(result.target.symbol, symbol)) ||
          (result?.state === 'ambiguous' && isShared && result.targets.some((target) => isSame(target.symbol, symbol)));
        if (!isRight) wrong.push(`${file} ${text}: ${result?.state ?? 'malformed'}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(count).to.be.above(40_000);
  });

  it('has a path among those of the release that the product knows', () => {
    const main = [...table.files].filter(isMain).flatMap((file) => table.outline(file)?.symbols ?? []);
    expect(packReleaseSymbols(main) === paths, 'run "node dev/releaseSymbols.mjs"').to.equal(true);
  });
});
