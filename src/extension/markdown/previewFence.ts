import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import * as vscode from 'vscode';
import type { Excerpt } from '../../core/excerpts/excerpt';
import { isExcerpt, readExcerptFence } from '../../core/notes/excerptFence';
import { nameAnchor } from '../../core/notes/nameAnchor';
import { parseAnchor } from '../../core/notes/parseAnchor';
import { currentRule } from '../../core/notes/renderRule';
import { describeExcerptFence, describeState } from '../bindings/stateWords';
import { candidatesOf } from '../excerpts/excerptCandidates';
import { languageIn, nameLines } from '../excerpts/excerptPlace';
import type { Target } from '../../core/bindings/binding';

/** The parts that the preview of a document gives to its excerpts. */
export interface FenceMeans {
  /** Returns the excerpt of an anchor; undefined where it is not known yet. */
  excerpt(document: vscode.Uri, anchor: string): Excerpt | undefined;
  /** Returns where a link to an anchor leads, and what it says. */
  link(document: vscode.Uri | undefined, anchor: string): { readonly link: string; readonly title: string };
  /** Returns the link to a place in the source. */
  placeLink(document: vscode.Uri | undefined, target: Target): string;
  documentOf(env: unknown): vscode.Uri | undefined;
}

/** Makes the editor's Markdown preview show the code of fences `kafka`, with its own colours and without scripts. */
export function useExcerpts(md: MarkdownIt, means: FenceMeans): void {
  const { escapeHtml } = md.utils;
  const original = currentRule(md, 'fence');
  const rule: RendererRule = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const plain = (): string => original(tokens, index, options, env, self);
    if (token === undefined || !isExcerpt(token.info)) return plain();
    const found = readExcerptFence(token.content);
    if (found.kind !== 'anchor') {
      const code = found.kind === 'empty' ? 'note/emptyExcerpt' : 'note/excerptLines';
      return `<p>${escapeHtml(describeExcerptFence(code))}</p>${token.content.trim() === '' ? '' : plain()}`;
    }
    const document = means.documentOf(env);
    const { link, title } = means.link(document, found.text);
    const excerpt = document === undefined ? undefined : means.excerpt(document, found.text);
    const head = (words: string): string => `<p>${linkTo(link, words, title)}</p>\n`;
    if (excerpt === undefined || excerpt.kind === 'none') {
      const result = excerpt?.result;
      const places = result === undefined ? [] : candidatesOf(result);
      const items = places.map(({ target, name }) => `<li>${linkTo(means.placeLink(document, target), name, name)}</li>`);
      const said = result === undefined ? title : describeState(result);
      return `${head(nameAnchor({ text: found.text, parsed: parseAnchor(found.text) }))}<p>${escapeHtml(said)}</p>${items.length === 0 ? '' : `<ul>${items.join('')}</ul>`}\n`;
    }
    const { result, target, code } = excerpt;
    const left = code.last - code.first + 1 - code.shown;
    const shown = withCode(token, `${code.text}\n`, languageIn(target.file));
    const state = result.state === 'exact' ? '' : `<p>${escapeHtml(describeState(result))}</p>\n`;
    const block = original([shown], 0, options, env, self);
    return (
      head(nameLines(target.file, code)) +
      state +
      block +
      (left === 0
        ? ''
        : head(vscode.l10n.t('{0} of {1} lines are shown here. The file has the rest.', code.shown, code.shown + left)))
    );
  };
  md.renderer.rules.fence = rule;

  function linkTo(link: string, words: string, title: string): string {
    const href = escapeHtml(link);
    return `<a href="${href}" data-href="${href}" title="${escapeHtml(title)}">${escapeHtml(words)}</a>`;
  }
}

/** Returns the token of a fence with other code in it. */
function withCode(token: Token, content: string, info: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { content, info });
}
