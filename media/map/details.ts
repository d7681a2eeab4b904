import type { MapNotes } from '../../src/core/map/mapData';
import type { MapNode } from '../../src/core/map/mapNode';
import { largestWithoutNotes, nextToRead } from '../../src/core/map/suggestions';
import type { MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';
import { factsOf, fill } from './words';

/** The most entries of a list that suggests, and of a list that tells all. */
const fewest = 6;
const most = 40;

interface DetailEvents {
  openSection(note: string, slug: string): void;
  openFile(file: string): void;
}

/** Shows what one area has: the sections of a file or, for a larger area, what to read next and what has no notes. */
export class Details {
  readonly root = element('aside', { class: 'details' });

  constructor(private readonly events: DetailEvents) {}

  show(node: MapNode, title: string, notes: MapNotes, words: MapWords): void {
    this.root.setAttribute('aria-label', words.details);
    this.root.replaceChildren(
      element('h2', { children: breakable(title) }),
      ...(node.file === undefined ? [] : [element('p', { class: 'path', text: node.file })]),
      element('p', { class: 'facts', text: factsOf(node, words).join(' · ') }),
      ...(node.file === undefined ? this.suggestions(node, notes, words) : this.sections(node, notes, words)),
    );
  }

  private sections({ sections }: MapNode, notes: MapNotes, words: MapWords): Node[] {
    const [about, mentions] = [true, false].map((wanted) =>
      sections.filter(({ isAbout }) => isAbout === wanted).map(({ section }) => section),
    );
    if (sections.length === 0) return [element('p', { text: words.noSections })];
    return [
      ...this.list(words.aboutIt, about ?? [], notes, words),
      ...this.list(words.mentionedIn, mentions ?? [], notes, words),
    ];
  }

  private suggestions(node: MapNode, notes: MapNotes, words: MapWords): Node[] {
    const unread = nextToRead(node, notes, fewest);
    const bare = largestWithoutNotes(node, fewest);
    const toRead =
      unread.length > 0
        ? this.list(words.nextToRead, unread, notes, words)
        : [element('p', { text: node.sections.length > 0 ? words.allRead : words.noSections })];
    return [...toRead, ...(bare.length === 0 ? [] : [heading(words.withoutNotes), this.files(bare, words)])];
  }

  private list(title: string, sections: readonly number[], notes: MapNotes, words: MapWords): Node[] {
    if (sections.length === 0) return [];
    const items = sections.slice(0, most).flatMap((index) => {
      const section = notes.sections[index];
      const note = notes.notes[section?.note ?? -1];
      if (section === undefined || note === undefined) return [];
      const state = element('span', { class: 'state', text: section.read ? `✓ ${words.read}` : words.unread });
      const button = element('button', {
        children: [
          element('span', { class: 'section', text: section.title }),
          element('span', { class: 'note', children: [document.createTextNode(`${note.title} · `), state] }),
        ],
      });
      button.type = 'button';
      button.addEventListener('click', () => this.events.openSection(note.uri, section.slug));
      return [element('li', { children: [button] })];
    });
    const rest = sections.length - items.length;
    return [
      heading(title),
      element('ul', { children: items }),
      ...(rest > 0 ? [element('p', { class: 'more', text: fill(words.more, rest) })] : []),
    ];
  }

  private files(files: readonly MapNode[], words: MapWords): Node {
    const items = files.map(({ name, lines, file = '' }) => {
      const size = lines === 1 ? words.oneLine : fill(words.lines, lines);
      const button = element('button', {
        children: [element('span', { class: 'section', text: name }), element('span', { class: 'note', text: size })],
        attributes: { title: file },
      });
      button.type = 'button';
      button.addEventListener('click', () => this.events.openFile(file));
      return element('li', { children: [button] });
    });
    return element('ul', { children: items });
  }
}

/** Lets a package's name break into lines behind a dot. */
function breakable(name: string): Node[] {
  return name.split(/(?<=\.)/).flatMap((part) => [document.createTextNode(part), document.createElement('wbr')]);
}

function heading(text: string): Node {
  return element('h3', { text });
}
