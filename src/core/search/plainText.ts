import { isDiagram } from '../notes/diagrams/diagramAnchors';
import { labelOfLine, labelsOfNodes } from '../notes/diagrams/diagramLabels';

/** The inline marks of Markdown, their text kept: images and links, code, emphasis. Each takes time linear in the line. */
const inline: readonly (readonly [RegExp, string])[] = [
  [/!?\[((?:[^[\]\\]|\\.)*)\](?:\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g, '$1'],
  [/<((?:https?|mailto):[^<>\s]*)>/g, '$1'],
  [/<\/?[a-z][^<>]*>/gi, ' '],
  [/`+|\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])/gu, ''],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
];

/** What begins a line: quotation, list and heading marks. */
const opening = /^(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)|\[[ xX]\](?=\s))*/;

/** The words of some Markdown as a reader sees them, on one line; what diagrams say stands last. Takes time linear in the text. */
export function plainText(lines: readonly string[]): string {
  const prose: string[] = [];
  const drawn: string[] = [];
  let fence: { readonly mark: string; readonly diagram: string[] | undefined } | undefined;
  for (const line of lines) {
    const [, mark, info = ''] = /^[\s>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence === undefined) {
      if (mark === undefined) prose.push(plainLine(line));
      else fence = { mark, diagram: isDiagram(info) ? [] : undefined };
    } else if (mark?.startsWith(fence.mark) === true && info.trim() === '') {
      if (fence.diagram !== undefined) drawn.push(...wordsOfDiagram(fence.diagram));
      fence = undefined;
    } else {
      (fence.diagram ?? prose).push(line);
    }
  }
  if (fence?.diagram !== undefined) drawn.push(...wordsOfDiagram(fence.diagram));
  return [...prose, ...drawn].join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** A longer line is none that somebody wrote by hand: it is taken as it is. */
const longestLine = 20_000;

function plainLine(line: string): string {
  if (line.length > longestLine) return line;
  let text = line.replace(opening, '');
  if (/^\|?[\s:|-]+$/.test(text)) return '';
  if (text.startsWith('|')) text = text.replaceAll('|', ' ');
  for (const [mark, kept] of inline) text = text.replaceAll(mark, kept);
  return text;
}

function wordsOfDiagram(lines: readonly string[]): string[] {
  const messages = lines.flatMap((line) => (/-[->)x]|==/.test(line) && /[:|]/.test(line) ? [labelOfLine(line)] : []));
  return [...labelsOfNodes(lines).values(), ...messages];
}
