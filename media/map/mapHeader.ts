import type { MapNode } from '../../src/core/map/mapNode';
import type { MapMemory, MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';
import { fill, shortName } from './words';

type Switches = Pick<MapMemory, 'colours' | 'tests'>;

interface HeaderEvents {
  zoomed(id: string): void;
  switched(switches: Partial<Switches>): void;
}

/** Shows above the picture where one is, the totals, and what the colours mean. */
export class MapHeader {
  readonly root: HTMLElement;
  private readonly crumbs = element('nav', { class: 'crumbs' });
  private readonly totals = element('p', { class: 'totals' });
  private readonly controls = element('div', { class: 'controls' });
  private boxes:
    { readonly notes: HTMLInputElement; readonly reading: HTMLInputElement; readonly tests: HTMLInputElement } | undefined;

  constructor(private readonly events: HeaderEvents) {
    const top = element('div', { class: 'top', children: [this.crumbs, this.controls] });
    this.root = element('header', { children: [top, this.totals] });
  }

  /** `path` leads from the tree to the node that fills the picture. */
  show(path: readonly MapNode[], name: string, totals: string, switches: Switches, words: MapWords): void {
    this.crumbs.setAttribute('aria-label', words.path);
    this.crumbs.replaceChildren(...path.map((node, index) => this.crumb(node, name, index === path.length - 1)));
    if (this.totals.textContent !== totals) this.totals.textContent = totals;
    this.boxes ??= this.makeControls(words);
    this.boxes.notes.checked = switches.colours === 'notes';
    this.boxes.reading.checked = switches.colours === 'reading';
    this.boxes.tests.checked = switches.tests;
  }

  private crumb(node: MapNode, name: string, isLast: boolean): Node {
    const button = element('button', { text: node.kind === 'tree' ? name : shortName(node), attributes: { title: node.name } });
    button.type = 'button';
    if (isLast) button.setAttribute('aria-current', 'location');
    button.addEventListener('click', () => this.events.zoomed(node.id));
    return button;
  }

  private makeControls(words: MapWords) {
    const notes = this.input('radio', words.byNotes, () => this.events.switched({ colours: 'notes' }));
    const reading = this.input('radio', words.byReading, () => this.events.switched({ colours: 'reading' }));
    const tests = this.input('checkbox', words.tests, () => this.events.switched({ tests: tests.box.checked }));
    const group = element('div', {
      class: 'group',
      attributes: { role: 'radiogroup', 'aria-label': words.colours },
      children: [
        element('span', { text: fill('{0}:', words.colours), attributes: { 'aria-hidden': 'true' } }),
        notes.label,
        reading.label,
      ],
    });
    this.controls.replaceChildren(group, tests.label);
    return { notes: notes.box, reading: reading.box, tests: tests.box };
  }

  private input(type: 'radio' | 'checkbox', text: string, changed: () => void) {
    const box = element('input', { attributes: { type, ...(type === 'radio' ? { name: 'colours' } : {}) } });
    box.addEventListener('change', changed);
    return { box, label: element('label', { children: [box, document.createTextNode(text)] }) };
  }
}
