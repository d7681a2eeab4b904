import * as vscode from 'vscode';
import type { Range } from '../../core/util/range';
import { toEditorRange } from '../editor/ranges';
import { Debounced, Lifetime } from '../../workspace/lifetime';
import type { Follower } from '../panel/follower';
import { columnForCode } from '../navigation/columns';

/** The text that is in front of a group of editors. */
interface TextInFront {
  readonly uri: vscode.Uri;
  readonly isPreview: boolean;
  readonly selections: readonly vscode.Selection[];
  /** The first line that can be seen. */
  readonly top: number | undefined;
}

/** The state of a group of editors before texts were shown in it. */
interface Before {
  /** The group; undefined where there was none. */
  readonly column: vscode.ViewColumn | undefined;
  readonly inFront: TextInFront | undefined;
  /** The text in the preview tab, which the next text that is only looked at replaces. */
  readonly preview: vscode.Uri | undefined;
  /** The URIs of all texts in the group. */
  readonly tabs: ReadonlySet<string>;
}

/** Shows places in editors without taking the focus, and puts everything back. */
export class EditorPeek extends Lifetime {
  private before: Before | undefined;
  private column: vscode.ViewColumn = vscode.ViewColumn.Active;
  private lit: vscode.TextEditor | undefined;
  private readonly light = this.register(
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
      borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    }),
  );

  constructor(private readonly follower: Follower) {
    super();
  }

  /** Shows a place. `isWanted` is asked once the text is there. */
  async show(uri: vscode.Uri, place: Range, isWanted: () => boolean): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    if (!isWanted()) return;
    if (this.before === undefined) {
      this.column = groupColumn(columnForCode());
      this.before = remember(this.column);
    }
    const range = document.validateRange(toEditorRange(place));
    // The hold keeps the panel where it is, whatever the cursor comes to.
    this.follower.hold(uri, place.start);
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: this.column,
      preview: true,
      preserveFocus: true,
      selection: new vscode.Range(range.start, range.start),
    });
    this.column = editor.viewColumn ?? this.column;
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.putOut();
    editor.setDecorations(this.light, [range]);
    this.lit = editor;
  }

  /** Keeps what is shown. */
  keep(): void {
    this.putOut();
    this.before = undefined;
  }

  /** Restores everything as it was before the first place was shown. */
  async restore(): Promise<void> {
    const { before } = this;
    this.putOut();
    if (before === undefined) return;
    this.before = undefined;
    const { inFront, preview, tabs, column } = before;
    let editor: vscode.TextEditor | undefined;
    if (column !== undefined) {
      const isGone = (uri: vscode.Uri): boolean => !textsOf(column).some((one) => one.uri.toString() === uri.toString());
      const options = { viewColumn: column, preserveFocus: true };
      const wasInFront = preview?.toString() === inFront?.uri.toString();
      if (preview !== undefined && !wasInFront && isGone(preview)) await this.open(preview, { ...options, preview: true });
      if (inFront !== undefined) editor = await this.bringBack(inFront, { ...options, preview: inFront.isPreview });
    }
    const opened = textsOf(this.column).filter(({ uri }) => !tabs.has(uri.toString()));
    const openedTabs = opened.map(({ tab }) => tab);
    if (openedTabs.length > 0) await vscode.window.tabGroups.close(openedTabs, true);
    if (editor !== undefined && inFront?.top !== undefined) await scrollTo(editor, inFront.top);
  }

  private async bringBack(
    { uri, selections }: TextInFront,
    options: vscode.TextDocumentShowOptions,
  ): Promise<vscode.TextEditor | undefined> {
    const [first] = selections;
    if (first !== undefined) this.follower.hold(uri, first.active);
    const editor = await this.open(uri, options);
    if (editor === undefined) return undefined;
    const isSame =
      editor.selections.length === selections.length && selections.every((one, at) => editor.selections[at]?.isEqual(one));
    if (!isSame) editor.selections = selections;
    return editor;
  }

  /** Opens a text. Resolves to undefined where the file is not there any more, which is no fault. */
  private async open(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<vscode.TextEditor | undefined> {
    return vscode.window.showTextDocument(uri, options).then(
      (editor) => editor,
      () => undefined,
    );
  }

  private putOut(): void {
    this.lit?.setDecorations(this.light, []);
    this.lit = undefined;
  }
}

/** The milliseconds in which an editor has to begin to scroll, many for a busy machine, and those without scrolling after which it has come to rest. */
const patience = 3000;
const rest = 60;
/** The most lines that stick to an editor's upper edge. */
const mostSticky = 20;
/** The editor tells late where it has scrolled to, so what it told may be of an earlier scroll. */
const mostTries = 5;

/** Scrolls so that a line is the first one that can be seen. */
async function scrollTo(editor: vscode.TextEditor, top: number): Promise<void> {
  const first = (): number => editor.visibleRanges[0]?.start.line ?? top;
  for (let [aim, tries] = [top, 0]; first() !== top && tries < mostTries; tries++) {
    if (!(await reveal(editor, aim))) return;
    // The editor leaves room above for lines that stick there.
    aim = Math.abs(first() - top) <= mostSticky ? aim + top - first() : top;
  }
}

/** Reveals a line at the upper edge; returns whether the editor has scrolled. */
function reveal(editor: vscode.TextEditor, line: number): Promise<boolean> {
  const start = new vscode.Position(Math.max(0, line), 0);
  const scrolled = hasScrolled(editor);
  editor.revealRange(editor.document.validateRange(new vscode.Range(start, start)), vscode.TextEditorRevealType.AtTop);
  return scrolled;
}

function hasScrolled(editor: vscode.TextEditor): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (scrolled: boolean): void => {
      for (const one of [listening, waiting, resting]) one.dispose();
      resolve(scrolled);
    };
    const [waiting, resting] = [new Debounced(patience, () => end(false)), new Debounced(rest, () => end(true))];
    const listening = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor !== editor) return;
      waiting.dispose();
      resting.request();
    });
    waiting.request();
  });
}

/** Returns the number of the active group where the active group is meant. */
function groupColumn(column: vscode.ViewColumn): vscode.ViewColumn {
  return column === vscode.ViewColumn.Active ? vscode.window.tabGroups.activeTabGroup.viewColumn : column;
}

function remember(column: vscode.ViewColumn): Before {
  const group = vscode.window.tabGroups.all.find((one) => one.viewColumn === column);
  if (group === undefined) return { column: undefined, inFront: undefined, preview: undefined, tabs: new Set() };
  const texts = textsOf(column);
  const front = texts.find(({ tab }) => tab.isActive);
  const editor = vscode.window.visibleTextEditors.find(
    (one) => one.viewColumn === column && one.document.uri.toString() === front?.uri.toString(),
  );
  return {
    column,
    inFront: front && {
      uri: front.uri,
      isPreview: front.tab.isPreview,
      selections: editor?.selections ?? [],
      top: editor?.visibleRanges[0]?.start.line,
    },
    preview: texts.find(({ tab }) => tab.isPreview)?.uri,
    tabs: new Set(texts.map(({ uri }) => uri.toString())),
  };
}

function textsOf(column: vscode.ViewColumn): { readonly tab: vscode.Tab; readonly uri: vscode.Uri }[] {
  const group = vscode.window.tabGroups.all.find((one) => one.viewColumn === column);
  return (group?.tabs ?? []).flatMap((tab) => (tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri }] : []));
}
