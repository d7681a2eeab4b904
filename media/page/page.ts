import { Rpc, type Channel } from '../../src/core/util/rpc';
import type { PanelMemory, PanelState, PanelUpdate } from '../../src/protocol/panel';
import { codeColours, type CodeColours } from '../../src/core/theme/codeColours';
import { AdviceView } from './adviceView';
import { Anchors } from './anchors';
import { listenToClicks, type Host } from './clicks';
import type { Assets } from './assets';
import { LateScript } from './lateScript';
import { ClassSections } from './classSections';
import { element } from '../dom/element';
import { FindBar } from './findBar';
import type { Memory } from './memory';
import { MoreSections } from './moreSections';
import { NoteView } from './noteView';
import { SectionList } from './sectionList';
import { TextFocus } from './textFocus';

/** The whole page: one line that says where in the note the reader is, advice, the note. */
export class Page {
  private state: PanelState | undefined;
  /** The state that is shown as soon as what its note needs is loaded. */
  private coming: PanelState | undefined;
  /** The place at which the reader was before something else was looked at. */
  private left: Pick<PanelMemory, 'shown' | 'top'> | undefined;
  private readonly host: Host;
  private readonly advice: AdviceView;
  private readonly around: ClassSections;
  private readonly note: NoteView;
  private readonly sections: SectionList;
  private readonly more: MoreSections;
  private readonly find: FindBar;
  private readonly focus: TextFocus;
  /** Says whether the text gets the focus as soon as there is one. */
  private isFocusAwaited = false;

  constructor(
    body: HTMLElement,
    channel: Channel,
    private readonly memory: Memory,
    assets: Assets,
  ) {
    const host: Host = new Rpc(channel, {
      show: (update) => this.update(update),
      showExcerpts: (note, changed) => this.note.excerpts.take(note, changed),
      find: () => this.openFind(),
      focusText: () => this.focusText(),
    });
    this.host = host;
    this.around = new ClassSections(({ note, slug }) => this.openSection(slug, note));
    this.advice = new AdviceView((command) => void host.call('run', command));
    this.note = new NoteView(assets, {
      moved: () => this.moved(),
      read: (note, whole) => host.call('readExcerpts', note, whole),
      filled: () => this.find.refresh(),
    });
    this.more = new MoreSections(() => void host.call('run', 'kafkaNotes.showReferences'));
    this.sections = new SectionList((slug) => this.openSection(slug), this.more.root);
    this.find = new FindBar(this.note.text, this.note.root);
    const live = element('div', { class: 'live', attributes: { role: 'status' } });
    const bars = [this.around.root, this.advice.root, this.sections.root, this.find.root, this.note.card.root];
    body.append(...bars, this.note.root, live);
    this.focus = new TextFocus(this.note.root, bars);
    const anchors = new Anchors(host, new LateScript(assets.scripts.choices), this.note.root);
    const clicks = {
      state: () => this.state,
      host,
      openAnchor: (link: HTMLElement | SVGElement, note: string, text: string) => void anchors.open(link, note, text),
      openSection: (slug: string) => this.openSection(slug),
      toggleExcerpt: (index: number) => void this.note.excerpts.toggle(index),
      say: (words: string) => (live.textContent = words),
    };
    for (const root of [this.note.card.root, this.note.root]) listenToClicks(root, clicks);
    window.addEventListener('focus', () => void host.call('focused', true));
    window.addEventListener('blur', () => void host.call('focused', false));
    window.addEventListener('keydown', (event) => this.leave(event));
    window.addEventListener('mouseup', (event) => this.navigate(event));
    if (assets.findKey) window.addEventListener('keydown', (event) => this.press(event), { capture: true });
  }

  /** Says that the page is there, and shows what the host has by now. */
  async start(): Promise<void> {
    if (document.hasFocus()) void this.host.call('focused', true);
    this.take(await this.host.call('ready'));
  }

  private update({ note, ...rest }: PanelUpdate): void {
    const shown = note === 'same' ? (this.coming ?? this.state)?.note : note;
    // A page that was just made has no note, and has asked for everything.
    if (note === 'same' && shown === undefined) return;
    this.take({ ...rest, ...(shown && { note: shown }) });
  }

  /** Shows a state, unless another one has come before its note could be shown. */
  private take(state: PanelState): void {
    const missing = this.note.prepare(state.note);
    this.coming = missing === undefined ? undefined : state;
    if (missing === undefined) return this.show(state);
    void missing.then(() => {
      if (this.coming !== state) return;
      this.coming = undefined;
      this.show(state);
    });
  }

  private show(state: PanelState): void {
    const before = this.state ?? this.memory.recall();
    const restored = this.state === undefined ? this.memory.recall() : undefined;
    if (state.isPeek && this.state?.isPeek === false) this.left = { shown: this.state.shown, top: this.note.top() };
    this.state = state;
    document.body.classList.toggle('pinned', state.pinned);
    showColours(state.codeColours);
    this.advice.show(state.advice, state.note !== undefined);
    // The lines over the note may come or go, but the text under the reader's eyes must not move.
    this.note.keepInPlace(() => {
      this.more.show(state);
      this.around.show(state);
    });
    if (this.note.show(state.note, state.words, state.section)) {
      this.sections.show(this.note.headings, state);
      this.find.refresh();
    }
    this.note.showWords(state.step, state.spot, state.section);
    if (this.left?.shown === state.shown) this.note.restore(this.left.top);
    else if (before?.shown !== state.shown) this.note.reveal(state.section);
    else if (restored !== undefined) this.note.restore(restored.top);
    if (!state.isPeek) this.left = undefined;
    this.moved();
    if (this.isFocusAwaited) this.focusText();
  }

  /** The page handles the key itself, since `when` clauses do not say which view has the focus. */
  private press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'f' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    // Otherwise the editor gets the key too, and opens its own find widget, which takes the focus.
    event.stopImmediatePropagation();
    this.openFind();
  }

  private focusText(): void {
    this.isFocusAwaited = this.state === undefined || this.coming !== undefined;
    if (!this.isFocusAwaited) this.focus.take();
  }

  /** Escape closes what is open above the text; where nothing is, it leads back to the code. */
  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (this.find.isOpen) this.find.close();
    else if (this.sections.isExpanded) this.sections.close();
    else void this.host.call('leave');
  }

  private openFind(): void {
    if (this.state?.note !== undefined) this.find.open(this.state.words);
  }

  private moved(): void {
    this.sections.mark(this.note.top().slug);
    this.remember();
  }

  private remember(): void {
    this.memory.keep(() => {
      const { note, section, shown, pinned } = this.state ?? {};
      if (note === undefined || shown === undefined || pinned === undefined) return undefined;
      return { note: note.uri, ...(section === undefined ? {} : { section }), shown, pinned, top: this.note.top() };
    });
  }

  /** Opens a section at the upper edge, even if it is visible already, since the reader asked for it here. */
  private openSection(slug: string, note = this.state?.note?.uri ?? ''): void {
    this.note.revealAtTop();
    void this.host.call('openSection', note, slug);
  }

  /** Handles the mouse's own Back and Forward buttons. */
  private navigate(event: MouseEvent): void {
    if (event.button === 3) void this.host.call('back');
    if (event.button === 4) void this.host.call('forward');
  }
}

/** Sets only the colours that have changed, since each one costs the styles of the whole page. */
function showColours(colours: CodeColours): void {
  const { style } = document.body;
  for (const name of codeColours) {
    const [property, colour] = [`--code-${name}`, colours[name] ?? ''];
    if (style.getPropertyValue(property) !== colour) style.setProperty(property, colour);
  }
}
