import { expect } from 'chai';
import { Random } from '../unit/symbols/random';
import { difference } from './compare';
import { generateDoc } from './generateDoc';
import { judgeDocs } from './judge';
import { isOtherwise, kafkaDocs } from './kafkaDocs';

const generated = Number(process.env.GENERATED ?? 1000);
const seed = Number(process.env.SEED ?? 16);

describe('doc comments in Java, against what Javadoc’s own parser sees', function () {
  this.timeout(600_000);

  it(`show the same text: every tenth of Kafka 2.2.0 and ${generated} generated ones (seed ${seed})`, () => {
    const sample = kafkaDocs().filter(({ comment }, index) => index % 10 === 0 && !isOtherwise(comment));
    expect(sample.length).to.be.at.least(400);
    const random = new Random(seed);
    const comments = [...sample.map(({ comment }) => comment), ...Array.from({ length: generated }, () => generateDoc(random))];
    const judged = judgeDocs(comments);
    const different = comments.flatMap((comment, index) => difference(comment, judged[index]!) ?? []);
    expect(different.slice(0, 3), `${different.length} differ`).to.deep.equal([]);
  });
});
