import { readTree, SourceReader } from './src/cli/sourceTree';
import { symbolCandidates } from './src/core/bindings/candidates';
import { resolve } from './src/core/bindings/bind';
import { parseAnchor } from './src/core/notes/parseAnchor';
import { readFileSync, writeFileSync } from 'node:fs';
import { assets } from './test/unit/bindings/readTable';
void (async () => {
  const tree = await readTree(process.argv[2]!, new SourceReader(assets));
  const texts: string[] = JSON.parse(readFileSync('/tmp/anch/missing.json', 'utf8'));
  const targets = texts.flatMap((t) => { const p = parseAnchor(t); return p.ok && p.anchor.target.kind === 'symbol' ? [p.anchor.target] : []; });
  for (let round = 0; round < 4; round++) {
    const each: [number, string][] = [];
    const start = performance.now();
    let n = 0; const cpu = process.cpuUsage();
    for (const [i, target] of targets.entries()) { const s = performance.now(); n += symbolCandidates(target, tree.table).length; each.push([performance.now() - s, texts[i]!]); }
    const used = process.cpuUsage(cpu); const all = (used.user + used.system) / 1000;
    each.sort((a, b) => b[0] - a[0]);
    console.log(targets.length, n, (all / targets.length * 1000).toFixed(1), 'us each; slowest', each.slice(0, 8).map(([t, x]) => `${(t * 1000).toFixed(0)} ${x.slice(6)}`).join('\n   '));
    console.log('median', each[each.length >> 1]![0] * 1000, 'p90', each[Math.floor(each.length / 10)]![0] * 1000);
  }
  const start = performance.now();
  for (const t of texts) { const p = parseAnchor(t); if (p.ok) resolve(p.anchor, tree); }
  console.log('resolve', ((performance.now() - start) / texts.length * 1000).toFixed(1));
})();
