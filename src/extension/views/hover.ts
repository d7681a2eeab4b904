import * as vscode from 'vscode';
import { compare, contains, toEditorRange } from '../adapters/ranges';
import type { Annotation, Model } from '../model/model';
import type { Settings } from '../model/settings';
import { describeState, nameState } from '../words/states';
import { anchorLink, createMarkdown, escapeMarkdown, nextAnnotationLink, sectionLink } from './commandLinks';
import { passageOf } from './passage';
import { signatureOf } from './signature';

/** Sections shown in full; the others are linked. */
const mostSections = 2;

/** On an annotated symbol's declaration: the note's own text, its state, and the way on. */
export class AnnotationHover implements vscode.HoverProvider {
  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (!this.settings.isOn('hover')) return undefined;
    const hits = this.model.bindings.ofFile(document.uri).flatMap((annotation) => {
      const range = placeOf(annotation, document);
      return contains(range, position) ? [{ annotation, range }] : [];
    });
    const [first] = hits;
    if (first === undefined) return undefined;
    const sections = distinct(hits.map(({ annotation }) => annotation)).sort((a, b) => rank(a) - rank(b));
    const [shown, linked] = [sections.slice(0, mostSections), sections.slice(mostSections)];
    const contents = shown.map((annotation) => this.render(annotation));
    if (linked.length > 0) contents.push(createMarkdown(linked.map((annotation) => `- ${titleLink(annotation)}`).join('\n')));
    return new vscode.Hover(contents, toEditorRange(first.range));
  }

  private render(annotation: Annotation): vscode.MarkdownString {
    const { note, section, role, binding } = annotation;
    const { text, isCut } = passageOf(note, section, binding.anchor, (anchor) => anchorLink(note.uri, anchor.text));
    const state = binding.result.state === 'exact' ? nameState('exact') : describeState(binding.result);
    const about = role === 'subject' ? vscode.l10n.t('about this') : vscode.l10n.t('mentions this');
    const open = `[${vscode.l10n.t('Open note')}](${sectionLink({ note: note.uri, slug: section.slug })})`;
    const next = `[${vscode.l10n.t('Next annotation')}](${nextAnnotationLink()})`;
    const parts = [
      `**${titleLink(annotation)}**`,
      [escapeMarkdown(about), escapeMarkdown(state), open, next].join(' · '),
      text,
      ...(isCut ? [`[…](${sectionLink({ note: note.uri, slug: section.slug })})`] : []),
    ];
    return createMarkdown(parts.join('\n\n'), vscode.Uri.parse(note.uri));
  }
}

/** On a symbol: its signature. On a quoted place: the quote. */
function placeOf({ target }: Annotation, document: vscode.TextDocument) {
  const { symbol, range } = target;
  const isSymbol = symbol !== undefined && compare(range.start, symbol.nameRange.start) === 0;
  if (!isSymbol) return range;
  return signatureOf(symbol, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
}

function titleLink({ note, section }: Annotation): string {
  const title = section.title === '' || section.title === note.title ? note.title : `${note.title} › ${section.title}`;
  return `[${escapeMarkdown(title)}](${sectionLink({ note: note.uri, slug: section.slug })})`;
}

/** A section that names the symbol several times counts once. */
function distinct(annotations: readonly Annotation[]): Annotation[] {
  const seen = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const key = `${annotation.note.uri}#${annotation.section.slug}`;
    if (!seen.has(key) || annotation.role === 'subject') seen.set(key, annotation);
  }
  return [...seen.values()];
}

function rank({ role }: Annotation): number {
  return role === 'subject' ? 0 : 1;
}
