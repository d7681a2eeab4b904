import type { MarkdownIt, Token } from 'markdown-it';
import { currentRule } from '../renderRule';
import type { TermFinder } from './termFinder';

/** What renders the terms of a text. */
export interface TermMeans {
  /** Returns what finds the terms of the text that is rendered with an environment; undefined where none are marked. */
  finder(env: unknown): TermFinder | undefined;
  /** Returns the HTML for a term: the index of its entry and the words as they stand in the text. */
  write(entry: number, words: string, env: unknown): string;
}

/** Where the renderer stands in a text. */
interface Place {
  readonly seen: Set<number>;
  inHeading: boolean;
  tokens?: readonly Token[];
  at: number;
  links: number;
}

/**
 * Has a parser's renderer mark the terms of a glossary where they stand first in a section, and not in code, links and headings. It
 * keeps what the renderer did before.
 */
export function useTerms(markdown: MarkdownIt, means: TermMeans): void {
  const places = new WeakMap<object, Place>();
  /** Stands for the environment where there is none. */
  const none = {};
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  const placeIn = (env: object | undefined): Place => {
    env ??= none;
    const place = places.get(env) ?? { seen: new Set(), inHeading: false, at: 0, links: 0 };
    places.set(env, place);
    return place;
  };
  for (const [name, isOpen] of [['heading_open', true], ['heading_close', false]] as const) {
    const original = currentRule(markdown, name);
    rules[name] = (tokens, at, options, env, self) => {
      const place = placeIn(env);
      place.inHeading = isOpen;
      place.seen.clear();
      return original(tokens, at, options, env, self);
    };
  }
  const original = rules.text;
  rules.text = (tokens, at, options, env, self) => {
    const place = placeIn(env);
    const found = place.inHeading || isInLink(place, tokens, at) ? undefined : means.finder(env);
    const text = tokens[at]?.content ?? '';
    const terms = (found?.find(text) ?? []).filter(({ entry }) => !place.seen.has(entry) && place.seen.add(entry));
    if (terms.length === 0) return original === undefined ? escapeHtml(text) : original(tokens, at, options, env, self);
    let html = '';
    let end = 0;
    for (const term of terms) {
      html += escapeHtml(text.slice(end, term.start)) + means.write(term.entry, text.slice(term.start, term.end), env);
      end = term.end;
    }
    return html + escapeHtml(text.slice(end));
  };
}

/** Returns whether a token stands in a link. The renderer asks for the tokens one behind the other. */
function isInLink(place: Place, tokens: readonly Token[], at: number): boolean {
  if (place.tokens !== tokens || place.at > at) [place.tokens, place.at, place.links] = [tokens, 0, 0];
  for (; place.at < at; place.at++) {
    const type = tokens[place.at]?.type;
    place.links += Number(type === 'link_open') - Number(type === 'link_close');
  }
  return place.links > 0;
}
