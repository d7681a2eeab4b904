import * as vscode from 'vscode';
import { search, type SearchGroup } from '../../core/search/search';
import { contextKeys } from '../editor/contributions';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import { HitPeek } from './hitPeek';
import type { NoteCorpus } from '../../workspace/search/noteCorpus';
import { openHit, openHitBeside, type SearchParts } from './openHit';
import type { Hit } from './hit';
import { allNotes, explaining, itemsOf, noHit, type HitItem, type Searched } from './searchItems';
import { settingItems } from './settingItems';
import { constantTyped, SettingSearch } from './settingSearch';

/** The milliseconds for which the reader must rest on a hit until it is shown. */
const rest = 100;
/** The milliseconds between two searches while the tree is being indexed. */
const lookAgain = 400;

/** The sections that stand above the definition of a setting. */
const mostSections = 3;

/** The rows of the hits, and what they were made of where there are hits. */
interface Found {
  readonly items: readonly HitItem[];
  readonly searched?: Searched;
}

type Opening = (hit: Hit, parts: SearchParts) => Promise<void>;

/** The list of hits, from its opening to its end. */
export class SearchPicker extends Lifetime {
  private readonly picker = this.register(vscode.window.createQuickPick<HitItem>());
  private readonly peek: HitPeek;
  private readonly peeking = this.register(new Debounced(rest, () => this.showCurrent()));
  private readonly looking = this.register(new Debounced(lookAgain, () => void this.update(true)));
  private run = 0;
  private lookedAt = 0;
  /** The hit that Enter opens, and whether the editor has shown it in the list that is there now. */
  private current: HitItem | undefined;
  private isShown = false;
  /** Whether the reader has moved through the hits that are listed now. */
  private hasMoved = false;
  private hasPeeked = false;
  /** The words for which the hits are listed, and the way to open the first hit of those that are not listed yet. */
  private listed: string | undefined;
  private awaited: Opening | undefined;
  private isDone = false;
  private readonly settings: SettingSearch;

  /** `whenClosed` is called once it is closed. */
  constructor(
    private readonly parts: SearchParts,
    private readonly corpus: NoteCorpus,
    private readonly whenClosed: () => void,
  ) {
    super();
    this.peek = this.register(new HitPeek(parts));
    this.settings = new SettingSearch(parts);
    const { picker } = this;
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    // The order of the items is the search's own. An editor that sorts by itself does not have this property.
    if ('sortByLabel' in picker) picker.sortByLabel = false;
    this.register(picker.onDidChangeValue(() => void this.update(false)));
    this.register(picker.onDidChangeActive(([active]) => this.move(active)));
    this.register(picker.onDidAccept(() => this.choose(openHit)));
    this.register(picker.onDidTriggerItemButton(({ item }) => this.accept(item.hit, openHitBeside)));
    this.register(picker.onDidHide(() => void this.end()));
    this.register(corpus.onDidChange(() => void this.update(true)));
    this.register(
      parts.trees.onDidIndex(() => {
        this.settings.forget();
        this.readOn();
      }),
    );
    this.register(parts.trees.onDidChange(() => this.looking.request()));
  }

  get isOpen(): boolean {
    return !this.isDone;
  }

  open(): void {
    this.name();
    this.picker.busy = true;
    this.picker.show();
    void vscode.commands.executeCommand('setContext', contextKeys.searching, true);
    // A search includes the source that was obtained, too.
    void this.parts.trees.useObtained();
    void this.update(false);
  }

  openBeside(): void {
    this.choose(openHitBeside);
  }

  /** A key that is pressed before the hits are there means the first one of them. */
  private choose(open: Opening): void {
    if (this.listed === this.picker.value) this.accept(this.current?.hit, open);
    else this.awaited = open;
  }

  /** Lists what fits now. `isSame` says that the reader has typed nothing since, and must not lose the place. */
  private async update(isSame: boolean): Promise<void> {
    const run = ++this.run;
    const isWanted = (): boolean => run === this.run && !this.isDisposed;
    const { picker, corpus } = this;
    picker.busy = true;
    await corpus.ready();
    if (!isWanted()) return;
    const typed = picker.value;
    const found = await this.find(typed, isWanted);
    if (found === undefined || !isWanted()) return;
    this.list(found.items, typed, isSame);
    this.name();
    if (found.searched !== undefined) await this.answer(found.searched, isWanted);
    // The first search takes longer. It is made before the reader has typed.
    if (typed === '') await this.find('warmUp', isWanted);
  }

  private async find(typed: string, isWanted: () => boolean): Promise<Found | undefined> {
    const { corpus, parts } = this;
    if (typed.trim() === '') return { items: allNotes(parts.model) };
    const tree = parts.trees.active;
    const notedAs = (path: string) => corpus.notedAt(path)?.as;
    const groups = await parts.slices.run(search(typed, { notes: corpus.index, table: tree?.table, notedAs }), isWanted);
    if (groups === undefined) return undefined;
    const searched = { typed, groups, model: parts.model, tree, corpus };
    const items = itemsOf(searched);
    return items.length === 0 ? { items: [noHit()] } : { items, searched };
  }

  /** Adds what ends the question to the list of hits, where a setting was typed: what explains it, defines it and reads it. */
  private async answer(searched: Searched, isWanted: () => boolean): Promise<void> {
    const { typed, groups, tree } = searched;
    const constant = constantTyped(typed, groups);
    if (tree === undefined || constant === undefined) return;
    const notes = groups.flatMap((group) => (group.kind === 'notes' ? group.hits : []));
    const others = groups.filter(({ kind }) => kind !== 'notes');
    const sections = (from: number, to?: number): SearchGroup[] => [{ kind: 'notes', hits: notes.slice(from, to) }];
    const above = itemsOf({ ...searched, groups: sections(0, mostSections) });
    const below = itemsOf({ ...searched, groups: [...others, ...sections(mostSections)] });
    for await (const answer of this.settings.find(tree, constant, isWanted)) {
      if (!isWanted() || this.isDone) return;
      this.list([...above, ...settingItems(answer, tree, explaining(searched)), ...below], typed, true);
      this.picker.busy = !answer.isWhole;
    }
  }

  private list(items: readonly HitItem[], typed: string, isSame: boolean): void {
    const { picker } = this;
    const chosen = isSame && this.hasMoved ? this.current?.key : undefined;
    const again = chosen === undefined ? undefined : items.find(({ key }) => key === chosen);
    if (again === undefined) {
      this.hasMoved = false;
      this.peeking.dispose();
      if (this.hasPeeked) void this.peek.restore();
      this.hasPeeked = false;
    }
    picker.keepScrollPosition = again !== undefined;
    picker.items = items;
    if (again !== undefined) picker.activeItems = [again];
    this.current = again ?? items.find(({ hit }) => hit !== undefined);
    this.isShown = false;
    this.listed = typed;
    if (this.awaited !== undefined) this.accept(this.current?.hit, this.awaited);
    this.awaited = undefined;
  }

  /** The title says what is not there yet. */
  private name(): void {
    const tree = this.parts.trees.active;
    const isReading = tree !== undefined && !tree.table.complete;
    const { indexed, total } = tree?.progress ?? { indexed: 0, total: 0 };
    const percent = total === 0 ? 0 : Math.floor((100 * indexed) / total);
    this.picker.title = isReading
      ? vscode.l10n.t('Search Notes and Code (the source is still being indexed: {0} %)', percent)
      : vscode.l10n.t('Search Notes and Code');
    this.picker.placeholder =
      tree === undefined
        ? vscode.l10n.t('Words of a note (Kafka’s source is not open)')
        : vscode.l10n.t('Words of a note, a name like repMan#appRec, or the value of a constant');
    this.picker.busy = isReading;
  }

  private readOn(): void {
    // Searches again from time to time while files are indexed, not at each file and not only at the end.
    if (performance.now() - this.lookedAt < lookAgain) return this.looking.request();
    this.lookedAt = performance.now();
    void this.update(true);
  }

  /**
   * The editor names a hit by its number alone, so what it says late of an older list would mean another hit, or none, in this
   * one.
   */
  private move(active: HitItem | undefined): void {
    if (!this.isShown) {
      // The editor first reports the hit that the list was given with.
      this.isShown = active === this.current;
      return;
    }
    if (active === undefined || active === this.current) return;
    this.current = active;
    this.hasMoved = true;
    this.peeking.request();
  }

  private showCurrent(): void {
    const hit = this.current?.hit;
    if (hit === undefined || this.isDone) return;
    this.hasPeeked = true;
    this.peek.show(hit);
  }

  private accept(hit: Hit | undefined, open: Opening): void {
    if (hit === undefined || this.isDone) return;
    this.isDone = true;
    this.parts.whenOpened();
    this.peeking.dispose();
    // Code that is shown already stays; everything else that was looked at goes.
    const isThere = hit.kind === 'code' && open === openHit;
    const ready = isThere ? this.peek.keep() : this.peek.restore();
    this.picker.hide();
    void ready.then(() => open(hit, this.parts)).finally(() => this.whenClosed());
  }

  /** The reader has left without a choice. */
  private async end(): Promise<void> {
    void vscode.commands.executeCommand('setContext', contextKeys.searching, false);
    this.run++;
    if (this.isDone) return;
    this.isDone = true;
    this.peeking.dispose();
    await this.peek.restore();
    this.whenClosed();
  }
}
