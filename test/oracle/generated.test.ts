import { expect } from 'chai';
import type { LanguageId } from '../../src/core/syntax/language';
import { compareAll } from './generated/comparison';
import { Draw } from './generated/draw';
import { javaSource } from './generated/javaSource';
import { scalaSource } from './generated/scalaSource';
import { smallest } from './generated/smallest';
import type { Languages } from './judge';

/** The number of declarations that are judged in all languages together; `seed` is the seed from which they are drawn. */
const wanted = Number(process.env.KAFKA_NOTES_GENERATED ?? 2000);
const seed = Number(process.env.KAFKA_NOTES_SEED ?? 20190322);
/** The most sources that go to the judge at once. */
const batch = 500;
/** The most differences that are made small and shown. */
const mostShown = 5;
/** The least number of sources in a hundred that the judge must accept. */
const leastLegal = 75;

const languages: readonly { id: LanguageId; title: string; make: (draw: Draw) => string; as: Languages }[] = [
  { id: 'java', title: 'Java 21', make: javaSource, as: { java: 'JAVA_21', scala: '2.12' } },
  { id: 'scala', title: 'Scala 2.12', make: scalaSource, as: { java: 'JAVA_21', scala: '2.12' } },
  { id: 'scala', title: 'Scala 2.13', make: scalaSource, as: { java: 'JAVA_21', scala: '2.13' } },
];

describe(`generated declarations (KAFKA_NOTES_GENERATED=${wanted} KAFKA_NOTES_SEED=${seed})`, function () {
  this.timeout(7_200_000);

  for (const [index, { id, title, make, as }] of languages.entries()) {
    it(`are found in ${title} just as the judge sees them`, async () => {
      let [sources, legal, declarations] = [0, 0, 0];
      const told: string[] = [];
      while (declarations < wanted / languages.length && told.length === 0) {
        // A source has some nine declarations.
        const count = Math.min(batch, Math.ceil((wanted / languages.length - declarations) / 8));
        const first = seed * 1_000_000 + index * 100_000 + sources;
        const texts = Array.from({ length: count }, (_, at) => make(new Draw(first + at)));
        const compared = (await compareAll(texts, id, as)).filter((one) => one !== undefined);
        sources += count;
        legal += compared.length;
        declarations += compared.reduce((sum, { judged }) => sum + judged.length, 0);
        const wrong = compared.filter(({ differences }) => differences.length > 0);
        if (count === batch) console.log(`      ${title}: ${declarations} declarations so far, ${wrong.length} sources differ`);
        for (const one of wrong.slice(0, mostShown)) {
          console.log(
            `      making a source of ${one.text.length} characters smaller that differs:\n${one.differences.join('\n')}`,
          );
          const { text, differences } = await smallest(one, (all) => compareAll(all, id, as));
          told.push(`${JSON.stringify(text)}\n${differences.join('\n')}`);
        }
      }
      console.log(`      ${sources} sources, ${legal} of them legal; ${declarations} declarations`);
      expect(told.join('\n\n')).to.equal('');
      expect((100 * legal) / sources).to.be.at.least(leastLegal);
    });
  }
});
