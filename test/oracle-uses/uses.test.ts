import { expect } from 'chai';
import type { Use, UseAnswer } from '../../src/core/uses/use';
import { Random } from '../unit/symbols/random';
import { judgedNames, type JudgedName } from './judged';
import { Product } from './product';

/** The number of uses in a sample, for each language and seed. */
const sampled = 150;
const seeds = [2019, 4, 5_000_011];

interface Compared {
  readonly name: JudgedName;
  readonly use: Use | undefined;
}

type Outcome = 'certain' | 'possible' | 'none' | 'wrong';

function outcome({ name, use }: Compared): Outcome {
  if (use?.answer.kind === 'certain') return isRight(name, use.answer) ? 'certain' : 'wrong';
  return use === undefined ? 'none' : 'possible';
}

/**
 * Returns whether a certain answer is right: its path is one that the compiler has, and what the compiler says is declared there
 * is among the overloads.
 */
function isRight({ truth, declared = [] }: JudgedName, { path, symbols }: Extract<UseAnswer, { kind: 'certain' }>): boolean {
  const there = declared.filter((one) => one.path === path);
  const isAmong = ({ first, last }: (typeof there)[number]): boolean =>
    symbols.some(({ symbol: { nameRange } }) => first <= nameRange.start.line && nameRange.start.line <= last);
  return truth.includes(path) && (there.length === 0 || there.some(isAmong));
}

function describeWrong({ name, use }: Compared): string {
  const ours =
    use?.answer.kind === 'certain'
      ? use.answer.symbols.map(({ symbol }) => `${symbol.path}(${symbol.parameters?.join() ?? ''})`).join(' ')
      : '';
  return `${name.file}:${name.line + 1}:${name.character + 1} ${name.name} is ${name.truth.join(' or ') || 'no symbol'}, not ${ours}`;
}

function row(title: string, uses: readonly Compared[]): string {
  const count = (wanted: Outcome) => uses.filter((one) => outcome(one) === wanted).length;
  const share = ((100 * count('certain')) / uses.length).toFixed(1);
  const cells = [uses.length, count('certain'), count('wrong'), count('possible'), count('none')].map((cell) =>
    String(cell).padStart(9),
  );
  return `  ${title.padEnd(26)}${cells.join('')}${`${share} %`.padStart(9)}`;
}

describe('uses in Kafka 2.2.0, against what javac and scalac take them for', function () {
  this.timeout(900_000);
  let product: Product;
  const table: string[] = [];
  before(async () => {
    product = await Product.create();
  });
  after(() => {
    const times = product.times.toSorted((a, b) => a - b);
    const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
    console.log(
      `  ${''.padEnd(26)}${['uses', 'certain', 'wrong', 'possible', 'none', 'share'].map((one) => one.padStart(9)).join('')}`,
    );
    console.log(table.join('\n'));
    console.log(`  a use in the host: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${times.length} uses)`);
  });

  for (const language of ['java', 'scala'] as const) {
    it(`have no wrong answer that is certain, in ${language}`, async () => {
      const all: Compared[] = [];
      for (const [file, names] of judgedNames(language, product.table)) {
        if (file.includes('/generated/')) continue;
        const uses = await product.usesOf(names);
        names.forEach((name, index) => all.push({ name, use: uses[index] }));
      }
      // A name that is no symbol of the tree must not have a certain answer either.
      const wrong = all.filter((one) => outcome(one) === 'wrong');
      const ours = all.filter(({ name }) => name.truth.length > 0);
      table.push(row(`${language}, all`, ours));
      for (const seed of seeds) {
        const random = new Random(seed);
        const sample = Array.from({ length: sampled }, () => random.oneOf(ours));
        table.push(row(`${language}, seed ${seed}`, sample));
        expect(sample.filter((one) => outcome(one) === 'certain').length, `seed ${seed}`).to.be.at.least(0.6 * sampled);
      }
      expect(wrong.map(describeWrong)).to.deep.equal([]);
      expect(ours.length).to.be.at.least(30_000);
    });
  }
});
