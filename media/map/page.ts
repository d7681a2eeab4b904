import type { MapNotes, MapTree } from '../../src/core/map/mapData';
import type { MapNode } from '../../src/core/map/mapNode';
import { Rpc, type Channel } from '../../src/core/util/rpc';
import type { MapCalls, MapHostCalls, MapMemory, MapUpdate, MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';
import { adviceView } from './advice';
import { Atlas } from './atlas';
import { Details } from './details';
import { MapHeader } from './mapHeader';
import { layout, type Area } from './layout';
import { Legend } from './legend';
import { Picture } from './picture';
import { Pointer } from './pointer';
import { SteadySizes } from './steadySizes';
import { Targets } from './targets';
import { describe, fill } from './words';
import { zoomFrom } from './zoom';

interface Store {
  getState(): unknown;
  setState(state: unknown): void;
}

const start: MapMemory = { zoom: 'tree', focus: undefined, colours: 'notes', tests: false };

/** The whole page: it lays the tree out, paints it, and takes the reader where they point. */
export class MapPage {
  private readonly host: Rpc<MapHostCalls, MapCalls>;
  private words: MapWords | undefined;
  private memory: MapMemory;
  private tree: MapTree | undefined;
  private notes: MapNotes | undefined;
  private atlas: Atlas | undefined;
  private areas: readonly Area[] = [];
  private readonly sizes = new SteadySizes();
  private readonly advice = element('div', { class: 'advice alone' });
  private readonly header = new MapHeader({ zoomed: (id) => this.zoom(id), switched: (switches) => this.switch(switches) });
  private readonly picture = new Picture();
  private readonly targets = new Targets({
    focused: (area) => this.select(area.node),
    entered: (area, beside) => this.enter(area.node, beside),
  });
  private readonly canvas = element('div', { class: 'canvas', children: [this.picture.root, this.targets.root] });
  private readonly details = new Details({
    openSection: (note, slug) => void this.host.call('openSection', note, slug),
    openFile: (file) => void this.host.call('openFile', file, null, false),
  });
  private readonly legend = new Legend();
  private readonly title = element('h1', { class: 'unseen' });
  private readonly live = element('div', { class: 'unseen', attributes: { role: 'status' } });

  constructor(
    private readonly body: HTMLElement,
    channel: Channel,
    private readonly store: Store,
  ) {
    this.memory = { ...start, ...(store.getState() as Partial<MapMemory> | undefined) };
    this.host = new Rpc(channel, { show: (update: MapUpdate) => this.update(update) });
    const pointer = new Pointer(this.canvas, {
      areaAt: (hit) => this.targetOf(hit),
      rested: ({ node }) => this.showDetails(node),
      clicked: ({ node }, beside) => this.enter(node, beside),
      titleOf: ({ node }) => (this.words === undefined ? '' : describe(node, this.words)),
    });
    const main = element('main', { children: [this.title, this.canvas, this.details.root, this.advice] });
    body.append(this.header.root, main, this.legend.root, this.live);
    this.canvas.append(pointer.frame);
    new ResizeObserver(() => this.layOut()).observe(this.canvas);
    window.addEventListener('keydown', (event) => this.press(event));
    window.addEventListener('mouseup', (event) => event.button === 3 && this.zoomOut());
  }

  /** Says that the page is there. What it shows comes later. */
  async start(): Promise<void> {
    const { words } = await this.host.call('ready');
    this.words = words;
    this.title.textContent = fill(words.map, words.kafka);
    this.rebuild();
  }

  private update({ advice, tree, notes }: MapUpdate): void {
    if (advice !== undefined)
      this.advice.replaceChildren(...adviceView(advice, (command) => void this.host.call('run', command)));
    if (advice) [this.tree, this.notes, this.atlas] = [undefined, undefined, undefined];
    this.tree = tree ?? this.tree;
    this.notes = notes ?? this.notes;
    this.rebuild();
  }

  /** Shows what is now known better of the tree or the notes. */
  private rebuild(): void {
    const { tree, words } = this;
    this.body.classList.toggle('empty', tree === undefined);
    if (tree === undefined || words === undefined) return;
    const isFirst = this.atlas === undefined;
    this.atlas = new Atlas(tree, this.notes, this.memory.tests);
    if (this.sizes.take(this.atlas.root) || isFirst) this.layOut();
    else this.repaint(this.atlas, words);
    this.showAround(this.atlas, words);
    if (isFirst && document.hasFocus()) this.targets.focus();
  }

  /** Lays out and paints the node that fills the picture. */
  private layOut(): void {
    const { atlas, words } = this;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (atlas === undefined || words === undefined || width === 0 || height === 0) return;
    const shown = this.shown(atlas);
    this.areas = layout(shown, { width, height }, (leaf) => this.sizes.of(leaf));
    this.picture.paint(this.areas, words);
    const label = fill(words.map, shown.kind === 'tree' ? this.kafka(words) : shown.name);
    this.targets.show(this.targetAreas(shown), label, words, this.memory.focus);
  }

  private repaint(atlas: Atlas, words: MapWords): void {
    this.areas = this.areas.map((area) => ({ ...area, node: atlas.node(area.node.id) }));
    this.picture.repaint(atlas.nodes, words);
    this.targets.describe(this.targetAreas(this.shown(atlas)), words);
  }

  /** Shows the header, the legend and the details. */
  private showAround(atlas: Atlas, words: MapWords): void {
    const { types, annotated, sections, read } = atlas.root;
    const sentence = fill(this.memory.tests ? words.totalsWithTests : words.totals, annotated, types, read, sections.length);
    const { files, unreadFiles } = atlas.root;
    const rest = atlas.tree.complete ? '' : ` ${fill(words.reading, files - unreadFiles, files)}`;
    this.body.dataset.colours = this.memory.colours;
    this.body.classList.toggle('complete', atlas.tree.complete);
    this.header.show(atlas.path(this.shown(atlas)), this.kafka(words), sentence + rest, this.memory, words);
    this.legend.show(this.memory.colours, words);
    this.showDetails(atlas.node(this.memory.focus ?? this.memory.zoom));
  }

  private showDetails(node: MapNode): void {
    if (this.atlas === undefined || this.words === undefined) return;
    const current = this.atlas.node(node.id);
    const title = current.kind === 'tree' ? this.kafka(this.words) : current.name;
    this.details.show(current, title, this.atlas.notes, this.words);
  }

  private shown(atlas: Atlas): MapNode {
    return atlas.node(this.memory.zoom);
  }

  /**
   * Returns the areas that the keyboard goes to: those that the picture is divided into; in a package the files, or their types.
   */
  private targetAreas(shown: MapNode): readonly Area[] {
    return this.areas.filter(({ depth, isLeaf }) => (shown.kind === 'package' ? isLeaf && depth > 0 : depth === 1));
  }

  /**
   * Returns the area that a click on an element means: the whole package while others are in sight, in a package the file or
   * type.
   */
  private targetOf(hit: EventTarget | null): Area | undefined {
    const area = this.picture.areaOf(hit);
    if (area === undefined || this.atlas === undefined || this.shown(this.atlas).kind === 'package') return area;
    const { id } = this.atlas.path(area.node).find(({ kind }) => kind === 'package') ?? area.node;
    return this.areas.find(({ node }) => node.id === id);
  }

  private enter(node: MapNode, beside: boolean): void {
    if (node.file === undefined) return this.zoom(node.id);
    this.select(node);
    this.targets.select(node.id);
    void this.host.call('openFile', node.file, node.kind === 'type' ? node.name : null, beside);
  }

  private zoom(id: string): void {
    if (this.atlas === undefined || this.words === undefined) return;
    const [from, to] = [this.shown(this.atlas), this.atlas.node(id)];
    if (from === to) return;
    const frame = { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
    const entered = this.areas.find(({ node }) => node.id === id);
    const hadFocus = this.targets.hasFocus || document.activeElement === document.body || entered === undefined;
    // Leaving an area, one stands on it; entering one, on its first part.
    const left = this.atlas.path(from).find((node) => this.atlas?.parent(node) === to);
    this.remember({ zoom: to.id, focus: left?.id });
    this.layOut();
    this.showAround(this.atlas, this.words);
    if (hadFocus) this.targets.focus();
    this.live.textContent = describe(to, this.words);
    zoomFrom(this.picture.root, entered ?? this.areas.find(({ node }) => node.id === from.id), frame, entered !== undefined);
  }

  private zoomOut(): boolean {
    const above = this.atlas?.parent(this.shown(this.atlas));
    if (above !== undefined) this.zoom(above.id);
    return above !== undefined;
  }

  private select(node: MapNode): void {
    this.remember({ focus: node.id });
    this.showDetails(node);
  }

  private switch(switches: Partial<Pick<MapMemory, 'colours' | 'tests'>>): void {
    this.remember(switches);
    this.rebuild();
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if ((event.key === 'Escape' || event.key === 'Backspace') && this.zoomOut()) event.preventDefault();
  }

  private remember(change: Partial<MapMemory>): void {
    this.memory = { ...this.memory, ...change };
    this.store.setState(this.memory);
  }

  private kafka(words: MapWords): string {
    const version = this.tree?.version;
    return version === undefined ? words.kafka : `${words.kafka} ${version}`;
  }
}
