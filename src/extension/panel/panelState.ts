import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { CodeColours } from '../../core/theme/codeColours';
import type { PanelAdvice, PanelMore, PanelNote, PanelState, PanelStep } from '../../protocol/panel';
import { commands } from '../editor/contributions';
import type { Cursor, Model } from '../model/model';
import { pageWords } from './pageWords';
import { symbolName } from '../model/symbolName';

/** The facts that only the view knows. */
export interface PanelView {
  readonly noteFor: (note: Note) => PanelNote;
  readonly shown: number;
  /** Whether the notes are parsed and it is known which source trees there are. */
  readonly looked: boolean;
  readonly codeColours: CodeColours;
}

/** Collects from the model all that the panel shows now. */
export function panelState(model: Model, view: PanelView): PanelState {
  const { panel, notes } = model;
  const note = panel.place === undefined ? undefined : notes.note(panel.place.note);
  const advice = view.looked ? adviceFor(model, note) : undefined;
  const section = panel.place?.slug;
  const step = stepShown(model);
  const more = moreSections(model);
  return {
    ...(note === undefined ? {} : { note: view.noteFor(note) }),
    ...(section === undefined ? {} : { section }),
    ...(step === undefined ? {} : { step }),
    shown: view.shown,
    isPeek: panel.isPeek,
    pinned: panel.pinned,
    ...(more === undefined ? {} : { more }),
    ...(advice === undefined ? {} : { advice }),
    codeColours: view.codeColours,
    words: pageWords(),
  };
}

/** Returns the trail's step while the reader walks and the panel shows the step's section. */
function stepShown({ trails, panel: { place } }: Model): PanelStep | undefined {
  const position = trails.position;
  if (position?.status !== 'walking' || place?.note !== position.note.uri) return undefined;
  const { anchor, occurrence } = position.step;
  return position.note.sections[anchor.section]?.slug === place.slug ? { anchor: anchor.text, occurrence } : undefined;
}

/** Says nothing where the reader looks at another section than one about the code at the cursor. */
function moreSections({ cursor, panel: { place } }: Model): PanelMore | undefined {
  const sections = new Set(cursor.annotations.map(({ note, section }) => sectionKey(note.uri, section.slug)));
  const isAmongThem = place !== undefined && sections.has(sectionKey(place.note, place.slug));
  return isAmongThem && sections.size > 1 ? { symbol: nameOf(cursor), count: sections.size - 1 } : undefined;
}

function sectionKey(note: string, slug = ''): string {
  return `${note}#${slug}`;
}

/** Without a symbol the annotations belong to the file or its package. */
function nameOf({ symbol, annotations }: Cursor): string {
  return symbol === undefined ? (annotations[0]?.target.file.split('/').at(-1) ?? '') : symbolName(symbol);
}

function adviceFor({ panel, trees }: Model, note: Note | undefined): PanelAdvice | undefined {
  const outline = { label: vscode.l10n.t('Show Outline'), command: commands.showOutline };
  const source = [
    { label: vscode.l10n.t('Get Kafka Source…'), command: commands.getSource },
    { label: vscode.l10n.t('Choose Source Folder…'), command: commands.chooseSourceFolder },
  ];
  const hasSource = trees.all.length > 0;
  if (note !== undefined) {
    if (hasSource) return undefined;
    return { text: vscode.l10n.t("Kafka's source is not open: the links into the code lead nowhere yet."), actions: source };
  }
  if (panel.place !== undefined) return { text: vscode.l10n.t('This note is not there any more.'), actions: [outline] };
  return hasSource
    ? {
        text: vscode.l10n.t('Open a note from the outline, or put the cursor on code that has a mark in the gutter.'),
        actions: [outline],
      }
    : {
        text: vscode.l10n.t("Open a note from the outline. To read it beside the code, open Kafka's source too."),
        actions: [outline, ...source],
      };
}
