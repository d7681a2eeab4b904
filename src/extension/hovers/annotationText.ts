import * as vscode from 'vscode';
import { compareRoles } from '../../core/bindings/annotation';
import { isQuote } from '../../core/bindings/binding';
import { withDestinations, withExcerpts, type Quotation, type QuotedLink } from '../../core/notes/quote/quotation';
import type { Annotation, Model } from '../model/model';
import { nameCode } from '../bindings/codeName';
import { sectionPlace } from '../bindings/sectionPlace';
import { describeState } from '../bindings/stateWords';
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
 * Returns what the notes say of a symbol: their own text, then its state where that is not exact, and links. Sections about the
 * symbol come first. References say nothing, so they are listed at the end; where there is nothing else their entries are shown.
 */
export async function annotationTexts(annotations: readonly Annotation[], model: Model): Promise<vscode.MarkdownString[]> {
  const sections = distinct(annotations).sort(compareRoles);
  const speaking = sections.filter(({ role }) => role !== 'reference');
  const shown = (speaking.length > 0 ? speaking : sections).slice(0, mostSections);
  const linked = sections.filter((one) => !shown.includes(one));
  const contents = await Promise.all(shown.map((annotation) => textOf(annotation, model)));
  if (linked.length > 0) contents.push(createMarkdown(linked.map((one) => `- ${titleLink(one)}${inEntry(one)}`).join('\n')));
  return contents;
}

/** The note's title and the section's, as a link. */
export function titleLink(annotation: Annotation): string {
  const { note, section } = annotation;
  const title = section.title === '' || section.title === note.title ? note.title : `${note.title} › ${section.title}`;
  return `[${escapeMarkdown(title)}](${sectionLink(sectionPlace(annotation))})`;
}

function inEntry({ role }: Annotation): string {
  return role === 'reference' ? ` · ${escapeMarkdown(vscode.l10n.t('in a table or list'))}` : '';
}

/** Keeps one annotation of a section that names the symbol several times: the first one of those that say most. */
export function distinct(annotations: readonly Annotation[]): Annotation[] {
  const seen = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const key = `${annotation.note.uri}#${annotation.section.slug}`;
    const known = seen.get(key);
    if (known === undefined || compareRoles(annotation, known) < 0) seen.set(key, annotation);
  }
  return [...seen.values()];
}

async function textOf(annotation: Annotation, model: Model): Promise<vscode.MarkdownString> {
  const { note, section, binding } = annotation;
  const { text, isCut } = passageOf(note, section, binding.anchor);
  const quotation = await model.notes.quote(note, text);
  const next = `[${vscode.l10n.t('Next annotation')}](${nextAnnotationLink()})`;
  const parts = [
    ...(quotation === undefined ? [] : [await quoted(quotation, note.uri, model)]),
    ...(isCut ? [`[…](${sectionLink(sectionPlace(annotation))})`] : []),
    ...(binding.result.state === 'exact' ? [] : [escapeMarkdown(describeState(binding.result))]),
    [titleLink(annotation), escapeMarkdown(about(annotation)), ...hoverLinks(model, annotation), next].join(' · '),
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

/** Says what the section does with the code, which has the name that the panel gives it. */
function about({ role, binding, target: { file, symbol } }: Annotation): string {
  const name = nameCode(file, symbol, isQuote(binding));
  switch (role) {
    case 'subject':
      return vscode.l10n.t('about {0}', name);
    case 'mention':
      return vscode.l10n.t('mentions {0}', name);
    case 'reference':
      return vscode.l10n.t('names {0}', name);
    default:
      return role satisfies never;
  }
}
