import { kafkaSymbols } from '../../src/source/kafkaSymbols';
import { kafka } from '../../src/kafka/kafka';
import { expect } from 'chai';
import { folderUri, localWorkspace } from '../../src/cli/localWorkspace';
import { resolve } from '../../src/core/bindings/bind';
import { parseAnchor } from '../../src/core/notes/parseAnchor';
import { printAnchor } from '../../src/core/notes/printAnchor';
import type { SourceSymbol } from '../../src/core/symbols/symbol';
import type { SymbolTable } from '../../src/core/symbols/symbolTable';
import { assets } from '../unit/bindings/readTable';
import { kafkaSource } from './kafkaSource';

/** The anchor that the symbol is printed as. */
function anchorOf({ path, parameters }: SourceSymbol): string {
  const hash = path.indexOf('#');
  const [type, member] = hash < 0 ? [path, undefined] : [path.slice(0, hash), path.slice(hash + 1)];
  return printAnchor({ kind: 'symbol', type, ...(member !== undefined && { member }), ...(parameters && { parameters }) });
}

function isSame(one: SourceSymbol | undefined, other: SourceSymbol): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe("an anchor to each of Kafka's symbols", function () {
  this.timeout(180_000);
  let table: SymbolTable;
  before(async () => {
    const workspace = localWorkspace(assets, kafka);
    await workspace.open({ notes: [], trees: [{ root: folderUri('/', kafkaSource()) }] });
    await workspace.settled();
    table = workspace.trees.active!.table;
    workspace.dispose();
  });

  it('leads to that symbol, or to it and what shares its name', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const file of table.files) {
      for (const symbol of table.outline(file)?.symbols ?? []) {
        count++;
        const text = anchorOf(symbol);
        const parsed = parseAnchor(text);
        const found = parsed.ok ? resolve(parsed.anchor, { table, release: kafkaSymbols(), hasFile: () => false }) : undefined;
        const result = found?.kind === 'done' ? found.result : undefined;
        const isShared = table.byPath(symbol.path).length > 1;
        const isRight =
          (result?.state === 'exact' && isSame(result.target.symbol, symbol)) ||
          (result?.state === 'ambiguous' && isShared && result.targets.some((target) => isSame(target.symbol, symbol)));
        if (!isRight) wrong.push(`${file} ${text}: ${result?.state ?? 'malformed'}`);
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(count).to.be.above(40_000);
  });
});
