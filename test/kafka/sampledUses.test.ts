import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedName } from '../oracle-uses/judged';
import { Product } from '../oracle-uses/product';

/**
 * Returns 150 uses in Java and 150 in Scala, drawn from all in Kafka's core and clients (seed 220), each with what javac or
 * scalac takes it for; an import of a class and its object has both. `npm run test:uses` compares all of them.
 */
function sampledUses(): JudgedName[] {
  const text = readFileSync(join(__dirname, '../oracle-uses/sampled.tsv'), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((row) => {
      const [file, line, character, name, truth] = row.split('\t');
      return { file: file!, line: Number(line), character: Number(character), name: name!, truth: truth!.split('|') };
    });
}

describe('300 uses in Kafka 2.2.0', function () {
  this.timeout(180_000);

  it('have no wrong answer that is certain, and most have a certain one', async () => {
    const product = await Product.create();
    const names = sampledUses();
    const count = { java: { uses: 0, certain: 0 }, scala: { uses: 0, certain: 0 } };
    const wrong: string[] = [];
    for (const name of names) {
      const [use] = await product.usesOf([name]);
      const of = name.file.endsWith('.java') ? count.java : count.scala;
      of.uses++;
      if (use?.answer.kind !== 'certain') continue;
      of.certain++;
      if (!name.truth.includes(use.answer.path)) wrong.push(`${name.file}:${name.line + 1} ${name.name}: ${use.answer.path}`);
    }
    for (const [language, { uses, certain }] of Object.entries(count))
      console.log(`      ${language}: ${certain} of ${uses} certain`);
    expect(wrong).to.deep.equal([]);
    expect([count.java.uses, count.scala.uses]).to.deep.equal([150, 150]);
    expect(count.java.certain).to.be.at.least(90);
    expect(count.scala.certain).to.be.at.least(90);
  });
});
