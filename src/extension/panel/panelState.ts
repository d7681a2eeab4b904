import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { CodeColours } from '../../core/theme/codeColours';
import type { PanelAdvice, PanelAround, PanelMore, PanelNote, PanelState, PanelStep } from '../../protocol/panel';
import { commands, linkCommands } from '../editor/contributions';
import { trailName } from '../editor/words';
import type { AnnotatedCode, Model } from '../model/model';
import { pageWords } from './pageWords';
import { nameCode } from '../bindings/codeName';

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
  const spot = panel.place?.spot;
  const around = aroundCursor(model);
  return {
    ...(note === undefined ? {} : { note: view.noteFor(note) }),
    ...(section === undefined ? {} : { section }),
    ...(step === undefined ? {} : { step }),
    ...(spot === undefined ? {} : { spot }),
    shown: view.shown,
    isPeek: panel.isPeek,
    pinned: panel.pinned,
    ...(more === undefined ? {} : { more }),
    ...(around === undefined ? {} : { around }),
    ...(advice === undefined ? {} : { advice }),
    codeColours: view.codeColours,
    words: pageWords(),
  };
}

/** Returns the trail's step while the reader walks and the panel shows what is to be read there. */
function stepShown({ trails, panel: { place } }: Model): PanelStep | undefined {
  const position = trails.position;
  if (position?.status !== 'walking' || place?.note !== position.note.uri || place.slug !== position.place.slug) return undefined;
  const { step, trail, index } = position;
  const card = vscode.l10n.t('Step {0} of {1}: {2}', index + 1, trail.steps.length, trailName(trail));
  return { anchor: step.anchor.text, occurrence: step.occurrence, ...(trail.isWritten ? { card } : {}) };
}

/** Says nothing where the reader looks at another section than one about the code at the cursor. References are left out. */
function moreSections({ cursor, panel: { place } }: Model): PanelMore | undefined {
  if (cursor.place === undefined || place === undefined) return undefined;
  const speaking = cursor.place.annotations.filter(({ role }) => role !== 'reference');
  const sections = new Set(speaking.map(({ note, section }) => sectionKey(note.uri, section.slug)));
  const isAmongThem = sections.has(sectionKey(place.note, place.slug));
  return isAmongThem && sections.size > 1 ? { symbol: nameOf(cursor.place), count: sections.size - 1 } : undefined;
}

function sectionKey(note: string, slug = ''): string {
  return `${note}#${slug}`;
}

/** Returns what is offered where the code at the cursor has no annotations. A reader who pinned the panel is offered nothing. */
function aroundCursor({ cursor: { around }, panel }: Model): PanelAround | undefined {
  if (around === undefined || panel.pinned) return undefined;
  const sections = around.annotations.map(({ note, section }) => ({
    note: note.uri,
    noteTitle: note.title,
    slug: section.slug,
    section: section.title,
  }));
  return { symbol: nameOf(around), sections };
}

/** Without a symbol the annotations belong to the file or its package. */
function nameOf({ symbol, quote, annotations }: AnnotatedCode): string {
  return nameCode(annotations[0]?.target.file ?? '', symbol, quote !== undefined);
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
  const starts = [
    { label: vscode.l10n.t('Open the First Note'), command: linkCommands.firstNote },
    ...(hasSource ? [{ label: vscode.l10n.t('Start the First Trail'), command: linkCommands.firstTrail }] : source),
    { label: vscode.l10n.t('Search Notes…'), command: commands.searchNotes },
    outline,
  ];
  return {
    text: hasSource
      ? vscode.l10n.t(
          'Notes on the code stand here. Open one from the outline, or put the cursor on code that has a mark in the gutter.',
        )
      : vscode.l10n.t("Notes on Kafka's code stand here. To read them beside the code, open Kafka's source too."),
    actions: starts,
  };
}
