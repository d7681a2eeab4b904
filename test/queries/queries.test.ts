import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureNames } from '../../src/core/symbols/captures';
import { outlineFile } from '../unit/symbols/outlineFile';
import { languageOf, languages } from '../../src/core/syntax/language';
import { Parsers } from '../../src/core/syntax/parsers';
import { assets } from '../unit/bindings/readTable';
import { parseFixture, shown } from './expectation';

const folder = join(__dirname, 'fixtures');
const parsers = new Parsers(assets);

describe('queries', () => {
  for (const { id } of languages) {
    it(`compile for ${id} and capture only known names`, async () => {
      const { query } = await parsers.load(id);
      expect(query.captureNames.filter((name) => !captureNames.some((known) => known === name))).to.deep.equal([]);
      expect(query.predicates.flat(), 'predicates that nobody evaluates').to.deep.equal([]);
      for (let pattern = 0; pattern < query.patternCount(); pattern++) expect(query.isPatternRooted(pattern)).to.equal(true);
    });
  }

  const files = readdirSync(folder);
  it('have fixtures of each language', () => {
    for (const { extension } of languages) expect(files.some((file) => file.endsWith(extension))).to.equal(true);
  });

  for (const file of files) {
    it(`find the drawn symbols in ${file}, and nothing else`, async () => {
      const { source, expected } = parseFixture(readFileSync(join(folder, file), 'utf8'));
      const info = languageOf(file);
      if (info === undefined) throw new Error(`${file} is of no known language`);
      const outline = outlineFile(source, await parsers.load(info.id));
      expect(shown(outline).sort()).to.deep.equal([...expected].sort());
      expect(expected).not.to.be.empty;
    });
  }
});
