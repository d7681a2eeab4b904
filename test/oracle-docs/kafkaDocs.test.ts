import { expect } from 'chai';
import { difference } from './compare';
import { judgeDocs } from './judge';
import { isOtherwise, kafkaDocs } from './kafkaDocs';

describe('all doc comments in Kafka 2.2.0’s Java files', function () {
  this.timeout(300_000);

  it('show the same text as Javadoc’s own parser sees', () => {
    const docs = kafkaDocs().filter(({ comment }) => !isOtherwise(comment));
    const judged = judgeDocs(docs.map(({ comment }) => comment));
    expect(docs.length).to.be.at.least(5000);
    const different = docs.flatMap(({ place, comment }, index) => {
      const found = difference(comment, judged[index]!);
      return found === undefined ? [] : [`${place}: ${found}`];
    });
    expect(different).to.deep.equal([]);
  });
});
