import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { readAlert } from '../../core/notes/alerts';
import { findDiagramAnchors, isDiagram } from '../../core/notes/diagrams/diagramAnchors';
import { TermFinder } from '../../core/notes/glossary/termFinder';
import { useTerms } from '../../core/notes/glossary/useTerms';
import { currentRule } from '../../core/notes/renderRule';
import { alertWords } from '../editor/alertWords';
import type { PanelTerm } from '../../protocol/panel';

/** The parts that the preview of a document gives to what notes have beside plain Markdown. */
export interface TextMeans {
  /** Returns the document that is rendered, if it is a note. The editor parses a text without saying whose it is. */
  noteOf(env: unknown): vscode.Uri | undefined;
  terms(note: vscode.Uri): readonly PanelTerm[];
  link(note: vscode.Uri, anchor: string): { readonly link: string; readonly title: string };
}

/** Has the editor's preview show the alerts, the tasks, the anchors of diagrams and the terms of notes. Other documents stay as they are. */
export function useNoteText(md: MarkdownIt, means: TextMeans): void {
  useAlertsOfNotes(md, means);
  useTasksOfNotes(md, means);
  useDiagramLinks(md, means);
  const finders = new WeakMap<readonly PanelTerm[], TermFinder>();
  const termsOf = (env: unknown): readonly PanelTerm[] => {
    const note = means.noteOf(env);
    return note === undefined ? [] : means.terms(note);
  };
  useTerms(md, {
    finder: (env) => {
      const terms = termsOf(env);
      if (terms.length === 0) return undefined;
      const finder = finders.get(terms) ?? new TermFinder(terms.map((entry) => entry.terms));
      finders.set(terms, finder);
      return finder;
    },
    write: (entry, words, env) =>
      `<abbr title="${md.utils.escapeHtml(termsOf(env)[entry]?.text ?? '')}" tabindex="0">${md.utils.escapeHtml(words)}</abbr>`,
  });
}

function useAlertsOfNotes(md: MarkdownIt, means: TextMeans): void {
  const original = currentRule(md, 'blockquote_open');
  md.renderer.rules.blockquote_open = (tokens, at, options, env, self) => {
    const kind = means.noteOf(env) === undefined ? undefined : readAlert(tokens, at);
    if (kind !== undefined) tokens[at]?.attrJoin('class', `kafka-notes-alert ${kind}`);
    const open = original(tokens, at, options, env, self);
    return kind === undefined ? open : `${open}<p><strong>${md.utils.escapeHtml(alertWords()[kind])}</strong></p>\n`;
  };
}

/** The preview has no boxes for tasks, so their marks become the signs of such boxes. */
function useTasksOfNotes(md: MarkdownIt, means: TextMeans): void {
  const original = currentRule(md, 'list_item_open');
  md.renderer.rules.list_item_open = (tokens, at, options, env, self) => {
    const first = tokens[at + 1]?.type === 'paragraph_open' ? tokens[at + 2]?.children?.[0] : undefined;
    const mark = first?.type === 'text' && means.noteOf(env) !== undefined ? /^\[([ xX])\]\s+/.exec(first.content) : null;
    if (first !== undefined && mark !== null)
      first.content = `${mark[1] === ' ' ? '☐' : '☑'} ${first.content.slice(mark[0].length)}`;
    return original(tokens, at, options, env, self);
  };
}

/** Lists the code that a diagram leads to below it, since the picture that the editor draws has no such links. */
function useDiagramLinks(md: MarkdownIt, means: TextMeans): void {
  const { escapeHtml } = md.utils;
  const original = currentRule(md, 'fence');
  md.renderer.rules.fence = (tokens, at, options, env, self) => {
    const token = tokens[at];
    const drawn = original(tokens, at, options, env, self);
    const note = token !== undefined && isDiagram(token.info) ? means.noteOf(env) : undefined;
    if (note === undefined || token === undefined) return drawn;
    const anchors = new Map(findDiagramAnchors(token.content).map((anchor) => [anchor.text, anchor.label]));
    const links = [...anchors].map(([anchor, label]) => {
      const { link: href, title } = means.link(note, anchor);
      return `<a href="${escapeHtml(href)}" data-href="${escapeHtml(href)}" title="${escapeHtml(title)}">${escapeHtml(label || anchor)}</a>`;
    });
    if (links.length === 0) return drawn;
    return `${drawn}<p>${escapeHtml(vscode.l10n.t('Code in this diagram'))}: ${links.join(' · ')}</p>\n`;
  };
}
