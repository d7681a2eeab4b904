import * as vscode from 'vscode';
import { signatureOf } from '../../core/language/signature';
import { comparePositions, contains } from '../../core/util/range';
import { toEditorRange } from '../editor/ranges';
import type { Annotation, Model } from '../model/model';
import type { Settings } from '../editor/settings';
import { annotationTexts } from './annotationText';

/** The hover over an annotated symbol's declaration or a quoted place: the note's own text, and links to go on with. */
export class AnnotationHover implements vscode.HoverProvider {
  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!this.settings.isOn('hover')) return undefined;
    const hits = this.model.bindings.ofFile(document.uri).flatMap((annotation) => {
      const range = placeOf(annotation, document);
      return contains(range, position) ? [{ annotation, range }] : [];
    });
    const [first] = hits;
    if (first === undefined) return undefined;
    const annotations = hits.map(({ annotation }) => annotation);
    return new vscode.Hover(await annotationTexts(annotations, this.model), toEditorRange(first.range));
  }
}

/** Returns a symbol's signature, or the quote of a quoted place. */
function placeOf({ target }: Annotation, document: vscode.TextDocument) {
  const { symbol, range } = target;
  const isSymbol = symbol !== undefined && comparePositions(range.start, symbol.nameRange.start) === 0;
  if (!isSymbol) return range;
  return signatureOf(symbol, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
}
