import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { Rpc, type Served } from '../../core/util/rpc';
import { laterScripts } from '../../protocol/panel';
import type { PanelCalls, PanelExcerpt, PanelHostCalls, PanelNote, PanelState, PanelUpdate } from '../../protocol/panel';
import { AtTurnEnd, Debounced, Lifetime } from '../../workspace/lifetime';
import type { Report } from '../../core/util/report';
import type { Model } from '../model/model';
import { ThemeColours } from '../theme/themeColours';
import { PanelAnchors } from './panelAnchors';
import { PanelExcerpts } from './panelExcerpts';
import { pageHtml } from './pageHtml';
import { linkCommands } from '../editor/contributions';
import { isPageMessage, readMemory } from './pageMessages';
import { PanelNotes } from './panelNote';
import { panelState } from './panelState';

/** The milliseconds within which changes go to the page together. Changes that a reader makes go at once. */
const together = 20;

/** The milliseconds that a page may take to be made and get the focus. A reader does something else after that. */
const focusPatience = 5000;

/** The surface that shows a page: a view or a tab. */
export interface Surface {
  readonly webview: vscode.Webview;
  /** Whether the editor's own widget finds text in it. */
  readonly findsItself: boolean;
  isVisible(): boolean;
  /** Takes the shown note's title, empty for none. */
  name(title: string): void;
}

/** A page that the editor has made. It is told what to show, and what it asks for is done. */
export class ShownPanel extends Lifetime {
  private readonly sending = this.register(new Debounced(together, () => this.send()));
  private readonly sendingNow = this.register(new AtTurnEnd(() => this.send()));
  private readonly host: Rpc<PanelCalls, PanelHostCalls>;
  /** The base to which the number of visits is added. It is so large that no earlier session had the sum. */
  private firstShown = Date.now();
  private looked = false;
  private roots = '';
  private readonly notes: PanelNotes;
  /** The note that the page has. */
  private sent: PanelNote | undefined;
  private isFocused = false;
  /** Until when the page is to give its text the focus, in milliseconds since 1970. It may have to be made first. */
  private focusUntil = 0;
  private readonly opened: Promise<void>;
  private readonly assets: vscode.Uri;
  private readonly theme: ThemeColours;
  private readonly excerpts: PanelExcerpts;
  private readonly anchors: PanelAnchors;

  constructor(
    private readonly model: Model,
    private readonly view: Surface,
    extensionUri: vscode.Uri,
    kept: unknown,
    private readonly report: Report,
  ) {
    super();
    this.theme = this.register(new ThemeColours(report));
    this.anchors = new PanelAnchors(model);
    this.excerpts = this.register(new PanelExcerpts(model, (note, changed) => this.sendExcerpts(note, changed)));
    const { webview } = view;
    this.assets = vscode.Uri.joinPath(extensionUri, 'dist', 'panel');
    this.notes = new PanelNotes(model, webview);
    this.host = new Rpc(
      {
        send: (message) => void webview.postMessage(message),
        listen: (receive) => {
          const checked = (message: unknown) => (isPageMessage(message) ? receive(message) : undefined);
          this.register(webview.onDidReceiveMessage(checked));
        },
      },
      this.calls(),
    );
    this.subscribe();
    this.opened = this.open(kept);
    void this.look();
  }

  /** Sends the state once more. The page asks for nothing by itself when it is seen again. */
  refresh(): void {
    this.sending.request();
    void this.excerpts.refresh();
  }

  find(): void {
    this.host.call('find').catch((error: unknown) => this.failed('open the find bar', error));
  }

  /** Whether the keyboard is in the page. */
  get hasFocus(): boolean {
    return this.isFocused && this.view.isVisible();
  }

  /** Lets the reader go on with the keyboard in the text of the note. The surface has the focus already. */
  focusText(): void {
    this.focusUntil = Date.now() + focusPatience;
    this.giveFocus();
  }

  private giveFocus(): void {
    if (Date.now() > this.focusUntil) return;
    this.host
      .call('focusText')
      .then(() => (this.focusUntil = 0))
      .catch((error: unknown) => this.failed('give a note the focus', error));
  }

  /** `kept` is what the page kept before the window was loaded again, if it was. */
  private async open(kept: unknown): Promise<void> {
    this.setRoots();
    const { webview } = this.view;
    const asset = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(this.assets, name)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: asset('panel.js'),
      style: asset('panel.css'),
      later: Object.fromEntries(laterScripts.map((name) => [name, asset(`${name}.js`)])),
      findKey: !this.view.findsItself,
      language: vscode.env.language,
      title: vscode.l10n.t('Note'),
    });
    await this.model.notes.ready();
    if (!this.isDisposed) this.restore(kept);
  }

  /** Nothing is said about source before it is known whether there is any. */
  private async look(): Promise<void> {
    await Promise.all([this.opened, this.model.trees.ready()]);
    if (this.isDisposed) return;
    this.looked = true;
    this.sending.request();
  }

  private subscribe(): void {
    const { notes, bindings, cursor, panel, trees, trails } = this.model;
    this.register(panel.onDidChange(() => this.sendingNow.request()));
    this.register(cursor.onDidChange(() => this.sendingNow.request()));
    this.register(trees.onDidChange(() => this.sending.request()));
    this.register(this.theme.onDidChange(() => this.sending.request()));
    this.register(trails.onDidChange(() => this.sending.request()));
    this.register(
      notes.onDidChange(() => {
        this.setRoots();
        this.notes.renew();
        this.sending.request();
      }),
    );
    this.register(
      bindings.onDidChange((uris) => {
        if (panel.place !== undefined && uris.has(panel.place.note)) this.sending.request();
      }),
    );
  }

  private send(): void {
    const { panel, notes } = this.model;
    const uri = panel.place?.note ?? '';
    this.view.name((notes.note(uri) ?? this.notes.kept(uri))?.title ?? '');
    if (!this.view.isVisible()) return;
    // A page that is made anew asks for everything again, so one that is gone needs no answer.
    this.host.call('show', this.update()).catch((error: unknown) => this.failed('show a note', error));
  }

  private sendExcerpts(note: string, changed: readonly PanelExcerpt[]): boolean {
    if (!this.view.isVisible()) return false;
    this.host.call('showExcerpts', note, changed).catch((error: unknown) => this.failed('show code in a note', error));
    return true;
  }

  private failed(tried: string, error: unknown): void {
    if (!this.isDisposed) this.report(tried, error);
  }

  private update(): PanelUpdate {
    const before = this.sent;
    const state = this.state();
    return before !== undefined && this.sent === before ? { ...state, note: 'same' } : state;
  }

  /** Returns the whole state, and remembers which note was sent. */
  private state(): PanelState {
    const noteFor = (note: Note) => this.notes.of(note);
    const shown = this.firstShown + this.model.panel.visit;
    const keptNote = (uri: string) => this.notes.kept(uri);
    const state = panelState(this.model, { noteFor, keptNote, shown, looked: this.looked, codeColours: this.theme.all });
    this.sent = state.note;
    return state;
  }

  private calls(): Served<PanelHostCalls> {
    const { navigation, panel } = this.model;
    return {
      ready: async () => {
        await this.opened;
        this.giveFocus();
        return this.state();
      },
      openAnchor: (note, text) => this.ofNote(note, () => this.anchors.open(note, text, this.notes.keptBinding(note, text))),
      choose: (note, text, act, place) => this.ofNote(note, () => this.anchors.choose(note, text, act, place)),
      readExcerpts: (note, whole) => this.excerpts.ask(note, whole),
      openPlace: (note, anchor, place) => this.ofNote(note, () => this.excerpts.open(note, anchor, place)),
      openLink: (note, href) => this.ofNote(note, () => navigation.openLink(note, href)),
      openSection: (note, slug) => this.ofNote(note, () => panel.show({ note, slug })),
      back: () => panel.back(),
      forward: () => panel.forward(),
      run: (command) => void vscode.commands.executeCommand(command),
      focused: (isFocused) => void (this.isFocused = isFocused),
      leave: () => void vscode.commands.executeCommand(linkCommands.backToCode),
    };
  }

  /** Acts only on notes that exist, or whose text is kept, whatever the page says. */
  private async ofNote<T>(note: string, act: () => T | Promise<T>): Promise<T | undefined> {
    return this.model.notes.note(note) === undefined && this.notes.kept(note) === undefined ? undefined : act();
  }

  /**
   * Restores the same note at the same place after the window was reloaded, unless the cursor has already brought another one.
   */
  private restore(kept: unknown): void {
    const memory = readMemory(kept);
    const { panel, notes } = this.model;
    if (memory === undefined || notes.note(memory.note) === undefined) return;
    if (panel.place !== undefined && !memory.pinned) return;
    panel.show({ note: memory.note, slug: memory.section });
    panel.pin(memory.pinned);
    this.firstShown = memory.shown - panel.visit;
  }

  /**
   * Allows the page to load its own files and what lies beside the notes. Setting the options reloads the page, so they are set
   * only when they have changed.
   */
  private setRoots(): void {
    const localResourceRoots = [this.assets, ...this.model.notes.roots];
    const roots = localResourceRoots.join('\n');
    if (roots === this.roots) return;
    this.roots = roots;
    this.view.webview.options = { enableScripts: true, localResourceRoots };
  }
}
