import * as vscode from 'vscode';
import { roleForSymbol, targetOf } from '../../core/bindings/binding';
import { isSameSymbol } from '../../core/symbols/symbol';
import { toEditorRange } from '../editor/ranges';
import { settings as contributed, linkCommands } from '../editor/contributions';
import { Lifetime } from '../../workspace/lifetime';
import type { Annotation, Model } from '../model/model';
import type { Settings } from '../editor/settings';
import { notePlace } from '../bindings/anchorLocations';
import { distinct } from '../hovers/annotationText';

/**
 * Shows above each declaration how many sections of notes are about it, and how many mention it or something in it. A click lists them. It is off by default, since it moves
 * the code.
 */
export class AnnotationLenses extends Lifetime implements vscode.CodeLensProvider<AnnotationLens> {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
  ) {
    super();
    this.register(model.bindings.onDidChange(() => settings.isOn('codeLens') && this.changed.fire()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${contributed.section}.${contributed.codeLens}`)) this.changed.fire();
      }),
    );
  }

  provideCodeLenses({ uri }: vscode.TextDocument): AnnotationLens[] {
    if (!this.settings.isOn('codeLens')) return [];
    const declarations: Annotation[][] = [];
    for (const annotation of this.model.bindings.ofFile(uri)) {
      if (annotation.role === 'reference') continue;
      const known = declarations.find(([first]) => first !== undefined && isOfOne(first, annotation));
      if (known === undefined) declarations.push([annotation]);
      else known.push(annotation);
    }
    return declarations.map((annotations) => new AnnotationLens(uri, annotations));
  }

  resolveCodeLens(lens: AnnotationLens): AnnotationLens {
    const [first] = lens.annotations;
    if (first === undefined) return lens;
    const bindings = this.model.bindings.leadingInto(lens.uri).filter(({ note, anchor, result }) => {
      const target = targetOf(result);
      return (
        anchor.role !== 'reference' &&
        target !== undefined &&
        isSameSymbol(target.symbol, first.target.symbol) &&
        this.model.notes.note(note) !== undefined
      );
    });
    const places = bindings.flatMap(({ note, anchor }) => notePlace(note, anchor));
    const { note, section } = first;
    lens.command = {
      title: titleOf(distinct(lens.annotations)),
      tooltip: vscode.l10n.t('Show where the notes speak of it'),
      ...(places.length > 0
        ? { command: 'editor.action.showReferences', arguments: [lens.uri, lens.range.start, places] }
        : { command: linkCommands.openSection, arguments: [{ note: note.uri, slug: section.slug }] }),
    };
    return lens;
  }
}

class AnnotationLens extends vscode.CodeLens {
  constructor(
    readonly uri: vscode.Uri,
    readonly annotations: readonly Annotation[],
  ) {
    const { symbol, range } = annotations[0]?.target ?? { symbol: undefined, range: nowhere };
    super(toEditorRange(symbol?.nameRange ?? range));
  }
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Returns whether both belong to one declaration, quotes inside it included. */
function isOfOne({ target: one }: Annotation, { target: other }: Annotation): boolean {
  return isSameSymbol(one.symbol, other.symbol) && (one.symbol !== undefined || one.range.start.line === other.range.start.line);
}

/** Says `2 sections about it · 3 mention it`. */
function titleOf(sections: readonly Annotation[]): string {
  const about = sections.filter(({ binding }) => roleForSymbol(binding) === 'subject').length;
  const mention = sections.length - about;
  if (about === 0)
    return mention === 1 ? vscode.l10n.t('1 section mentions it') : vscode.l10n.t('{0} sections mention it', mention);
  const first = about === 1 ? vscode.l10n.t('1 section about it') : vscode.l10n.t('{0} sections about it', about);
  if (mention === 0) return first;
  return `${first} · ${mention === 1 ? vscode.l10n.t('1 mentions it') : vscode.l10n.t('{0} mention it', mention)}`;
}
