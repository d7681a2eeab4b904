import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/**
 * Makes a Markdown parser understand footnotes as GitHub does: `[^label]` in a text, and `[^label]: text` as a block, whose further
 * lines are indented by four columns. The tokens are `footnote_call` (with `meta.label`) and `footnote_open` to `footnote_close`
 * (with `meta.label`), which stand where the author wrote them; see `gatherFootnotes` for the list at the end.
 *
 * The plugin that many programs use moves footnotes to the end while it parses, where their anchors would lose section and order;
 * it drops what nothing calls, takes the last of two definitions, tells upper and lower case apart, and lets a table or a
 * quotation swallow a definition below it. GitHub does none of the last three. Both can serve one parser.
 */
export function useFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'note_footnote', readDefinition, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.inline.ruler.after('image', 'note_footnote_call', readCall);
}

/** The labels of a text's footnotes, in the parser's environment. */
const labelsKey = Symbol('labels of footnotes');

function labelsOf(env: StateBlock['env']): Set<string> {
  const known = env[labelsKey];
  if (known instanceof Set) return known as Set<string>;
  const labels = new Set<string>();
  env[labelsKey] = labels;
  return labels;
}

/** Columns by which the lines of a footnote are indented. */
const indentation = 4;

/** The longest label, as for links. UTF-16 units. */
const longestLabel = 999;

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineStart = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const lineEnd = state.eMarks[startLine] ?? 0;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const label = labelAt(state.src, lineStart, lineEnd);
  if (label === undefined || state.src[label.end] !== ':') return false;
  if (silent) return true;

  const name = state.md.utils.normalizeReference(label.text);
  labelsOf(state.env).add(name);
  const open = state.push('footnote_open', '', 1);
  open.meta = { label: name };
  const map: [number, number] = [startLine, startLine];
  open.map = map;

  // The text begins behind the label, as if it stood at the footnote's own indentation.
  let text = label.end + 1;
  while (text < lineEnd && ' \t'.includes(state.src.charAt(text))) text++;
  const { blkIndent, parentType } = state;
  const [mark, shift, column] = [state.bMarks[startLine] ?? 0, state.tShift[startLine] ?? 0, state.sCount[startLine] ?? 0];
  state.blkIndent += indentation;
  state.parentType = 'footnote';
  state.bMarks[startLine] = text;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent;
  state.md.block.tokenize(state, startLine, endLine);
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  state.bMarks[startLine] = mark;
  state.tShift[startLine] = shift;
  state.sCount[startLine] = column;

  state.push('footnote_close', '', -1).meta = { label: name };
  map[1] = state.line;
  return true;
}

function readCall(state: StateInline, silent: boolean): boolean {
  // Who looks for the end of a link's text only passes over what stands in it, and would take a call for a link in that link.
  const label = silent ? undefined : labelAt(state.src, state.pos, state.posMax);
  if (label === undefined) return false;
  const name = state.md.utils.normalizeReference(label.text);
  if (!labelsOf(state.env).has(name)) return false;
  state.push('footnote_call', '', 0).meta = { label: name };
  state.pos = label.end;
  return true;
}

/** `[^label]` at a place; `end` is behind the bracket. A label has no white space, and no bracket without a backslash. */
function labelAt(text: string, start: number, max: number): { readonly text: string; readonly end: number } | undefined {
  if (!text.startsWith('[^', start)) return undefined;
  const from = start + 2;
  for (let at = from; at < max && at - from <= longestLabel; at++) {
    const character = text.charAt(at);
    if (character === ']') return at === from ? undefined : { text: text.slice(from, at), end: at + 1 };
    if (character === '[' || /\s/.test(character)) return undefined;
    if (character === '\\') at++;
  }
  return undefined;
}
