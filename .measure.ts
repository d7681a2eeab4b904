import { readTree, SourceReader } from './src/cli/sourceTree';
import { resolve } from './src/core/bindings/bind';
import { parseAnchor } from './src/core/notes/parseAnchor';
import { printAnchor } from './src/core/notes/printAnchor';
import { isMain } from './src/core/symbols/sourcePlace';
import { assets } from './test/unit/bindings/readTable';
void (async () => {
  const [old, ...others] = process.argv.slice(2);
  const from = await readTree(old!, new SourceReader(assets));
  for (const other of others) {
    const to = await readTree(other, new SourceReader(assets));
    const states: Record<string, number> = {};
    const pairs: Record<string, string[]> = {};
    const start = performance.now();
    for (const file of from.table.files) if (isMain(file)) for (const s of from.table.outline(file)!.symbols) {
      const [type = '', member] = s.path.split('#', 2);
      const text = printAnchor({ kind: 'symbol', type, ...(member !== undefined && { member }), ...(s.parameters && { parameters: s.parameters }) });
      const parsed = parseAnchor(text); if (!parsed.ok) { console.log('bad', text); continue; }
      const r = resolve(parsed.anchor, to);
      const result = r.kind === 'done' ? r.result : undefined;
      states[result!.state] = (states[result!.state] ?? 0) + 1;
      if (result?.state === 'exact') {
        const t = result.target.symbol!;
        const k = t === undefined ? `${s.kind} > package` : `${s.kind} > ${t.kind}${t.path === s.path ? '' : ' otherpath'}${(t.parameters??[]).join() === (s.parameters??[]).join() ? '' : ' otherparameters'}`;
        if (k !== `${s.kind} > ${s.kind}`) (pairs[k] ??= []).push(text);
      }
    }
    console.log(other, states, Math.round(performance.now() - start));
    for (const [k, v] of Object.entries(pairs)) console.log('  ', k, v.length, v.slice(0, 4).join('  '));
  }
})();
