import * as vscode from 'vscode';
import { withDestinations, withExcerpts, type Quotation, type QuotedLink } from '../../core/notes/quote/quotation';
import type { Annotation, Model } from '../model/model';
import { describeState, nameState } from '../bindings/stateWords';
import {
  anchorLink,
  createMarkdown,
  escapeMarkdown,
  fileLink,
  nextAnnotationLink,
  sectionLink,
} from '../navigation/commandLinks';
import { excerptMarkdown } from './excerptMarkdown';
import { passageOf } from './passage';
import { hoverLinks } from './hoverLinks';

/** The number of sections that are shown in full; the others are linked. */
const mostSections = 2;

/**
 * Returns what the notes say of a symbol: their own text, the binding's state, and links. Sections about the symbol come first.
 */
export async function annotationTexts(annotations: readonly Annotation[], model: Model): Promise<vscode.MarkdownString[]> {
  const sections = distinct(annotations).sort((a, b) => rank(a) - rank(b));
  const [shown, linked] = [sections.slice(0, mostSections), sections.slice(mostSections)];
  const contents = await Promise.all(shown.map((annotation) => textOf(annotation, model)));
  if (linked.length > 0) contents.push(createMarkdown(linked.map((annotation) => `- ${titleLink(annotation)}`).join('\n')));
  return contents;
}

/** The note's title and the section's, as a link. */
export function titleLink({ note, section }: Annotation): string {
  const title = section.title === '' || section.title === note.title ? note.title : `${note.title} › ${section.title}`;
  return `[${escapeMarkdown(title)}](${sectionLink({ note: note.uri, slug: section.slug })})`;
}

/** Keeps one annotation of a section that names the symbol several times. */
export function distinct(annotations: readonly Annotation[]): Annotation[] {
  const seen = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const key = `${annotation.note.uri}#${annotation.section.slug}`;
    if (!seen.has(key) || annotation.role === 'subject') seen.set(key, annotation);
  }
  return [...seen.values()];
}

async function textOf(annotation: Annotation, model: Model): Promise<vscode.MarkdownString> {
  const { note, section, role, binding } = annotation;
  const { text, isCut } = passageOf(note, section, binding.anchor);
  const quotation = await model.notes.quote(note, text);
  const state = binding.result.state === 'exact' ? nameState('exact') : describeState(binding.result);
  const about = role === 'subject' ? vscode.l10n.t('about this') : vscode.l10n.t('mentions this');
  const open = `[${vscode.l10n.t('Open note')}](${sectionLink({ note: note.uri, slug: section.slug })})`;
  const next = `[${vscode.l10n.t('Next annotation')}](${nextAnnotationLink()})`;
  const parts = [
    `**${titleLink(annotation)}**`,
    [escapeMarkdown(about), escapeMarkdown(state), open, next].join(' · '),
    hoverLinks(model, annotation).join(' · '),
    ...(quotation === undefined ? [] : [await quoted(quotation, note.uri, model)]),
    ...(isCut ? [`[…](${sectionLink({ note: note.uri, slug: section.slug })})`] : []),
  ];
  return createMarkdown(parts.join('\n\n'));
}

/** Returns what a note says with its links, and with the code that it shows. */
async function quoted(quotation: Quotation, note: string, model: Model): Promise<string> {
  const address = ({ kind, href }: QuotedLink): string => (kind === 'anchor' ? anchorLink : fileLink)(note, href);
  const text = withDestinations(quotation, address);
  if (quotation.excerpts.length === 0) return text;
  const excerpts = await model.excerpts.read(note);
  return withExcerpts(text, quotation.excerpts, (anchor) => {
    const excerpt = excerpts.get(anchor);
    return excerpt === undefined ? [escapeMarkdown(anchor)] : excerptMarkdown(note, anchor, excerpt);
  });
}

function rank({ role }: Annotation): number {
  return role === 'subject' ? 0 : 1;
}
