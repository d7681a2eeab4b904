import { expect } from 'chai';
import { shown, type Files } from './resolving';

/** The cases, each a rule, a text with a marked name, and what {@link shown} says of it. */
export type UseCases = readonly (readonly [rule: string, text: string, expected: string])[];

/** Defines, inside of a `describe`, a test for each case, with its text as `file` beside a tree. */
export function checkUses(
  tree: Files,
  file: string,
  { cases, uncertain }: Readonly<Record<'cases' | 'uncertain', UseCases>>,
): void {
  for (const [rule, text, expected] of cases) {
    it(`are resolved: ${rule}`, async () => {
      expect(await shown({ ...tree, [file]: text })).to.equal(expected);
    });
  }
  for (const [rule, text, expected] of uncertain) {
    it(`are not certain: ${rule}`, async () => {
      expect(await shown({ ...tree, [file]: text })).to.equal(expected);
    });
  }
}
