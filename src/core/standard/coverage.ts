import type { Note } from '../notes/note';

/** How far the notes are about what a standard lists. */
export interface Coverage {
  /** The package of the listed symbols. */
  readonly name: string;
  /** The listed symbols that a section is about, or that a step of a trail stands on. */
  readonly covered: readonly string[];
  readonly missing: readonly string[];
}

/** Returns the coverage of symbols, each as an anchor names it, by package. A type is covered by what is told of its members. */
export function coverageOf(subjects: readonly string[], notes: readonly Note[]): Coverage[] {
  const told = new Set(notes.flatMap(subjectsOf));
  const packages = new Map<string, { covered: string[]; missing: string[] }>();
  for (const subject of subjects) {
    const name = /^(?:[a-z]\w*\.)*/.exec(subject)?.[0].replace(/\.$/, '') ?? '';
    const one = packages.get(name) ?? { covered: [], missing: [] };
    packages.set(name, one);
    (isTold(plain(subject), told) ? one.covered : one.missing).push(subject);
  }
  return [...packages].map(([name, one]) => ({ name, ...one }));
}

function isTold(subject: string, told: ReadonlySet<string>): boolean {
  return told.has(subject) || (!subject.includes('#') && [...told].some((one) => one.startsWith(`${subject}#`)));
}

/** Returns the distinct symbols that sections of notes are about or that their trails stand on, without parameters. */
export function subjectsOf(note: Note): string[] {
  const steps = new Set((note.trails ?? []).flatMap(({ items }) => items.map(({ anchor }) => anchor)));
  return note.anchors
    .filter(({ role, parsed }, index) => parsed.ok && (role === 'subject' || steps.has(index)))
    .map(({ text }) => plain(text));
}

/** Returns an anchor without its scheme, its quote, its parameters and the marks of companions, which overloads of a name share. */
function plain(anchor: string): string {
  return anchor
    .replace(/^kafka:/i, '')
    .replace(/:~:.*$/, '')
    .replace(/(?:\(|%28).*$/, '')
    .replaceAll(/\$|%24/g, '');
}
