import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import { findStep, placeOf, readStepPlace } from '../../../src/core/trails/stepPlace';
import { trailOf } from '../../../src/core/trails/trail';

const before = `# First

[a](kafka:p.A) [b](kafka:p.B)

# Second

[c](kafka:p.C) [a](kafka:p.A) [d](kafka:p.D)

# Third

[a](kafka:p.A) [e](kafka:p.E)
`;

/** The label and line of the step where a reader is who stood at step `index` (0-based) before the note became `after`. */
function found(index: number, after: string): string | undefined {
  const [old, changed] = [parseNote('file:///n/a.md', before), parseNote('file:///n/a.md', after)];
  const place = placeOf(old, trailOf(old), index);
  const steps = trailOf(changed);
  const at = place && findStep(changed, steps, JSON.parse(JSON.stringify(place)) as typeof place);
  const anchor = at === undefined ? undefined : steps[at]?.anchor;
  return anchor && `${changed.sections[anchor.section]?.title}: ${anchor.label}`;
}

describe('the place of a step', () => {
  it('is the same in the same note', () => {
    const places = [0, 1, 2, 3, 4, 5, 6].map((index) => found(index, before));
    expect(places).to.deep.equal(['First: a', 'First: b', 'Second: c', 'Second: a', 'Second: d', 'Third: a', 'Third: e']);
  });

  it('stays with its anchor where others come before it', () => {
    const after = before.replace('# Second\n', '[x](kafka:p.X) [y](kafka:p.Y)\n\n# Second\n');
    expect(found(2, after)).to.equal('Second: c');
    expect(found(6, after)).to.equal('Third: e');
  });

  it('tells repeated anchors apart by their section', () => {
    const after = before.replace('# Second\n', '[x](kafka:p.X) [a](kafka:p.A)\n\n# Second\n');
    expect(found(3, after)).to.equal('Second: a');
    expect(found(5, after)).to.equal('Third: a');
  });

  it('stays with its anchor in a section that has another name', () => {
    expect(found(5, before.replace('# Third', '# The third'))).to.equal('The third: a');
    expect(found(2, before.replace('# Second', '# Deux'))).to.equal('Deux: c');
  });

  it('is the start of its section, else what was before it, where the anchor is taken out', () => {
    expect(found(4, before.replace('[d](kafka:p.D)', ''))).to.equal('Second: c');
    expect(found(6, before.replace(/# Third[^]*/, ''))).to.equal('Second: a');
    expect(found(2, before.replace(/# Second[^]*?(?=# Third)/, ''))).to.equal('First: b');
  });

  it('is the first step of a note that is another now, and none without steps', () => {
    expect(found(4, '# Else\n\n[z](kafka:p.Z)')).to.equal('Else: z');
    expect(found(4, 'Nothing.')).to.equal(undefined);
  });

  it('is not taken from what is none', () => {
    const place = { anchor: 'kafka:a.A', occurrence: 1, section: 's', before: ['kafka:a.B'] };
    expect(readStepPlace(place)).to.deep.equal(place);
    expect(readStepPlace({ ...place, before: [1, 'kafka:a.B'] })).to.deep.equal(place);
    for (const bad of [undefined, null, 'x', {}, { ...place, occurrence: '1' }]) expect(readStepPlace(bad)).to.equal(undefined);
  });
});
