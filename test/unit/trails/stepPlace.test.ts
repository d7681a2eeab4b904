import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import { findStep, placeOf, readStepPlace, stepKey, type StepPlace } from '../../../src/core/trails/stepPlace';
import { trailsOf } from '../../../src/core/trails/trail';

const item = (name: string): string => `1. [${name}](kafka:p.${name.toUpperCase()}#m) does it.\n`;
const list = (names: string): string => names.split('').map(item).join('');
const before = `# N\n\n## Walk\n\n${list('abcde')}\n## Retry\n\n${list('cxyc')}\n`;

function noteOf(text: string) {
  const note = parseNote('file:///n/a.md', text);
  return { note, trails: trailsOf(note) };
}

/** The place of a step of the first note, as it comes back from the store. */
function placeIn(trail: number, index: number): StepPlace {
  const { note, trails } = noteOf(before);
  return JSON.parse(JSON.stringify(placeOf(note, trails[trail]!, index))) as StepPlace;
}

/** Where a place is found in a note: the trail, the number and label of the step, and `near` where it is not the same step. */
function find(place: StepPlace, text: string): string {
  const { note, trails } = noteOf(text);
  const found = findStep(note, trails, place);
  if (found === undefined) return 'gone';
  const { trail, index, isSame } = found;
  return `${trail.name} ${index} ${trail.steps[index]?.anchor.label}${isSame ? '' : ' near'}`;
}

describe('the place of a step', () => {
  it('is the same in the same note, also where its anchor comes in two trails, or twice in one', () => {
    const walk = [0, 1, 2, 3, 4].map((index) => find(placeIn(0, index), before));
    expect(walk).to.deep.equal(['Walk 0 a', 'Walk 1 b', 'Walk 2 c', 'Walk 3 d', 'Walk 4 e']);
    const retry = [0, 1, 2, 3].map((index) => find(placeIn(1, index), before));
    expect(retry).to.deep.equal(['Retry 0 c', 'Retry 1 x', 'Retry 2 y', 'Retry 3 c']);
  });

  it('stays with its anchor where steps come, go and change their order, and mentions come before the list', () => {
    const after = before.replace('# N\n', '# N\n\n[c](kafka:p.C#m) and [d](kafka:p.D#m)\n').replace(list('abcde'), list('zdcba'));
    expect(find(placeIn(0, 2), after)).to.equal('Walk 2 c');
    expect(find(placeIn(0, 3), after)).to.equal('Walk 1 d');
    expect(find(placeIn(1, 3), before.replace(list('cxyc'), list('cxycz')))).to.equal('Retry 3 c');
  });

  it('stays in its trail where that has another name or number, as in another language', () => {
    expect(find(placeIn(0, 2), before.replace('## Walk', '## 路线'))).to.equal('路线 2 c');
    expect(find(placeIn(1, 0), before.replace('## Retry', '## 重试'))).to.equal('重试 0 c');
    const shifted = before.replace('## Walk\n', `## Walk\n\n${list('qr')}\nThen\n`);
    expect(find(placeIn(0, 2), shifted)).to.equal('Walk 2 c');
    expect(find(placeIn(0, 2), `# N\n\n## Retry\n\n${list('cxyc')}\n## Walk\n\n${list('abcde')}\n`)).to.equal('Walk 2 c');
  });

  it('is the nearest earlier step of its trail where the anchor is taken out, else the nearest later one, and says so', () => {
    expect(find(placeIn(0, 2), before.replace(list('abcde'), list('abde')))).to.equal('Walk 1 b near');
    expect(find(placeIn(0, 2), before.replace(list('abcde'), list('de')))).to.equal('Walk 0 d near');
    expect(find(placeIn(0, 4), before.replace(list('abcde'), list('abc')))).to.equal('Walk 2 c near');
  });

  it('is another place of the same symbol where no step around it is left', () => {
    const after = '# N\n\n## Walk\n\n1. [z](kafka:p.Z#m) and\n2. [a](kafka:p.A#m:~:text=x)\n';
    expect(find({ ...placeIn(0, 0), after: [] }, after)).to.equal('Walk 1 a near');
  });

  it('is gone where nothing of it is left, also under the old name', () => {
    expect(find(placeIn(0, 2), `# N\n\n## Walk\n\n${list('qrs')}`)).to.equal('gone');
    expect(find(placeIn(0, 2), 'Nothing.')).to.equal('gone');
  });

  it('is found again as an older version stored it, when all anchors of a note were its trail', () => {
    const old = { anchor: 'kafka:p.D#m', occurrence: 1, section: 'retry', before: ['kafka:p.C#m', 'kafka:p.B#m'] };
    const place = readStepPlace(old)!;
    expect(find(place, before)).to.equal('Walk 3 d');
    expect(find({ ...place, anchor: 'kafka:p.Old#m' }, before)).to.equal('Walk 2 c near');
    const subjects = '# N\n\n## [q](kafka:p.Q)\n\nText.\n\n## Retry: [r](kafka:p.R)\n\nText.\n';
    expect(find({ ...place, before: [], section: 'retry-r' }, subjects)).to.equal('N 1 r near');
    expect(find({ ...place, before: [], section: 'else' }, subjects)).to.equal('gone');
  });

  it('is not taken from what is none', () => {
    const place = { trail: 't', anchor: 'kafka:a.A', occurrence: 1, section: 's', before: ['kafka:a.B'], after: [] };
    expect(readStepPlace(place)).to.deep.equal(place);
    expect(readStepPlace({ ...place, before: [1, 'kafka:a.B'], after: 'x' })).to.deep.equal(place);
    expect(readStepPlace({ ...place, trail: 3 })).to.not.have.property('trail');
    for (const bad of [undefined, null, 'x', {}, { ...place, occurrence: '1' }]) expect(readStepPlace(bad)).to.equal(undefined);
  });

  it('has a key of its own for each step', () => {
    const { trails } = noteOf(before);
    const keys = [0, 1, 2, 3].map((index) => stepKey(trails[1]!.steps, index));
    expect(new Set(keys).size).to.equal(4);
    expect(stepKey(trails[0]!.steps, 2)).to.equal(keys[0]);
  });
});
