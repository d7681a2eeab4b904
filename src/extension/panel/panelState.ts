import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { CodeColours } from '../../core/theme/codeColours';
import type { PanelAdvice, PanelAnnotation, PanelAround, PanelNote, PanelState, PanelStep } from '../../protocol/panel';
import { commands } from '../editor/contributions';
import type { AnnotatedCode, Annotation, Cursor, Model } from '../model/model';
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
  const { panel, cursor, notes } = model;
  const note = panel.place === undefined ? undefined : notes.note(panel.place.note);
  const advice = view.looked ? adviceFor(model, note) : undefined;
  const section = panel.place?.slug;
  const step = stepShown(model);
  const spot = panel.place?.spot;
  const around = aroundCursor(cursor);
  return {
    ...(note === undefined ? {} : { note: view.noteFor(note) }),
    ...(section === undefined ? {} : { section }),
    ...(step === undefined ? {} : { step }),
    ...(spot === undefined ? {} : { spot }),
    shown: view.shown,
    isPeek: panel.isPeek,
    pinned: panel.pinned,
    ...(cursor.place === undefined ? {} : { symbol: nameOf(cursor.place) }),
    annotations: annotationsOf(cursor.place),
    ...(around === undefined ? {} : { around }),
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

/** References are left out: the list of all places where the notes speak of the code has them. */
function annotationsOf(place: AnnotatedCode | undefined): PanelAnnotation[] {
  return (place?.annotations ?? []).flatMap((annotation) => panelAnnotation(annotation));
}

function panelAnnotation({ note, section, role }: Annotation): PanelAnnotation[] {
  return role === 'reference'
    ? []
    : [{ note: note.uri, noteTitle: note.title, slug: section.slug, section: section.title, role }];
}

function aroundCursor({ around }: Cursor): PanelAround | undefined {
  return around && { symbol: nameOf(around), sections: annotationsOf(around) };
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
