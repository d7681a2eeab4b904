import type { Position } from '../util/range';
import type { Section } from './note';
import { Slugs } from './slug';

type OpenSection = Omit<Section, 'range'> & { readonly start: Position };

/** Collects a note's sections in the order of its headings. */
export class SectionList {
  private readonly slugs = new Slugs();
  private readonly sections: OpenSection[] = [
    { level: 0, title: '', slug: '', parent: -1, start: { line: 0, character: 0 } },
  ];

  /** The index of the section that is open now. */
  get current(): number {
    return this.sections.length - 1;
  }

  add(level: number, title: string, start: Position): void {
    let parent = this.current;
    while (parent >= 0 && (this.sections[parent]?.level ?? 0) >= level) parent = this.sections[parent]?.parent ?? -1;
    this.sections.push({ level, title, slug: this.slugs.add(title), parent, start });
  }

  finish(end: Position): Section[] {
    return this.sections.map(({ start, ...section }, index) => ({
      ...section,
      range: { start, end: this.sections[index + 1]?.start ?? end },
    }));
  }
}
