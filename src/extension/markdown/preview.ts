import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { targetOf, type Target } from '../../core/bindings/binding';
import { isAnchorText, parseAnchor } from '../../core/notes/parseAnchor';
import { useFootnoteList } from '../../core/notes/footnoteList';
import { useFootnotes } from '../../core/notes/footnotes';
import { keepAnchors } from '../../core/notes/keepAnchors';
import { currentRule } from '../../core/notes/renderRule';
import type { Model } from '../model/model';
import { relativeLink } from '../editor/uris';
import { prefixOf } from '../../source/folders';
import { useExcerpts } from './previewFence';
import type { PreviewRefresh } from './previewRefresh';
import { describeMalformed, describeState } from '../bindings/stateWords';

/**
 * Makes the anchors in VS Code's own Markdown preview links to the code, and has it show what the panel shows of notes. The preview lets no command through and opens relative
 * paths, so an anchor becomes the path of its file with the line. An anchor without a certain target keeps its text and says why.
 */
export function extendPreview(md: MarkdownIt, model: Model, refresh: PreviewRefresh): MarkdownIt {
  keepAnchors(md);
  useFootnotes(md);
  useFootnoteList(md, { footnotes: vscode.l10n.t('Footnotes'), footnoteBack: vscode.l10n.t('Back to the text') });
  useExcerpts(md, {
    excerpt: (document, anchor) => refresh.excerpt(document, anchor),
    link: (document, anchor) => describeLink(model, document, anchor),
    placeLink: (document, target) => (document && linkTo(model, document, target)) ?? '#',
    documentOf,
  });
  const noteOf = (env: unknown): vscode.Uri | undefined => {
    const document = documentOf(env);
    return document !== undefined && rootOf(model, document) !== undefined ? document : undefined;
  };
  const link = (note: vscode.Uri, anchor: string): ReturnType<typeof describeLink> => {
    refresh.note(note);
    return describeLink(model, note, anchor);
  };
  // The editor waits for no parser, so a preview that was rendered before this is loaded is rendered once more.
  void import('./previewNotes').then(({ usePreviewOfNotes }) => {
    usePreviewOfNotes(md, model, refresh, { noteOf, link, rootOf: (note) => rootOf(model, note) ?? note });
    refresh.missed();
  });
  const original = currentRule(md, 'link_open');
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const href = token?.attrGet('href');
    if (token !== undefined && typeof href === 'string' && isAnchorText(href)) {
      const document = documentOf(env);
      if (document !== undefined) refresh.note(document);
      const { link, title } = describeLink(model, document, href);
      token.attrSet('href', link);
      // The preview's page sends `data-href` when it is clicked. By its version the preview sets it too, before or after this.
      token.attrSet('data-href', link);
      token.attrSet('title', title);
    }
    return original(tokens, index, options, env, self);
  };
  return md;
}

function describeLink(model: Model, document: vscode.Uri | undefined, text: string): { link: string; title: string } {
  const parsed = parseAnchor(text);
  if (!parsed.ok) return { link: '#', title: describeMalformed(parsed.error.code) };
  const tree = model.trees.active;
  const binding =
    document === undefined ? undefined : model.bindings.ofNote(document.toString()).find(({ anchor }) => anchor.text === text);
  const result = binding?.result ?? { state: 'unavailable', why: tree === undefined ? 'noSourceTree' : 'notIndexedYet' };
  const target = targetOf(result);
  const link = target === undefined || document === undefined ? undefined : linkTo(model, document, target);
  return { link: link ?? '#', title: describeState(result) };
}

/** Returns the relative path to a place in the source with its line; undefined where there is none. */
function linkTo({ trees }: Model, document: vscode.Uri, { file, range }: Target): string | undefined {
  const path = trees.active && relativeLink(document, trees.active.uriOf(file));
  return path === undefined ? undefined : `${path}#L${range.start.line + 1},${range.start.character + 1}`;
}

/** Returns the folder of notes that a document lies in; undefined where it is no note. It is known before the notes are read. */
function rootOf({ notes }: Model, document: vscode.Uri): vscode.Uri | undefined {
  return notes.roots.find((root) => document.toString().startsWith(prefixOf(root.toString())));
}

/** The preview says in its environment which document it renders. */
function documentOf(env: unknown): vscode.Uri | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  return env.currentDocument instanceof vscode.Uri ? env.currentDocument : undefined;
}
