import { findDiagramAnchors } from '../../src/core/notes/diagrams/diagramAnchors';

/** A diagram as it is given to Mermaid, and the way to find in the picture what its anchors belong to. */
export interface PreparedDiagram {
  readonly text: string;
  readonly anchors: readonly PreparedAnchor[];
}

export interface PreparedAnchor {
  /** The anchor as it is written. */
  readonly text: string;
  /** The diagram's own names that carry the anchor, and the invisible mark in what is drawn for its line. */
  readonly names: readonly string[];
  readonly mark?: string;
  readonly label: string;
}

/**
 * Removes the anchors from a diagram, since the page makes links of its own, and marks what their lines draw with invisible
 * characters. Lines stay where they are, so that an error names the right one. `withMarks` is false where a mark may have broken
 * the text; these anchors then have no place in the picture.
 */
export function prepareDiagram(diagram: string, withMarks = true): PreparedDiagram {
  const found = findDiagramAnchors(diagram);
  const lines = withoutImages(diagram).split('\n');
  const kind = kindOf(lines);
  // Mermaid drops comments before it counts lines.
  lines.forEach((line, at) => {
    if (/^\s*%%(?!\{)/.test(line)) lines[at] = '';
  });
  for (const { statement } of found) lines[statement.line] = '';
  const marked = new Map<number, string>();
  const anchors = found.map((anchor, index): PreparedAnchor => {
    const { text, label, place } = anchor;
    if (place.kind === 'named') return { text, label, names: place.names };
    const line = lines[place.line];
    // Two anchors of one line cannot both be the link.
    if (!withMarks || line === undefined || marked.has(place.line)) return { text, label, names: [] };
    const name = kind === 'flowchart' ? nameOfEdge(line) : undefined;
    if (name !== undefined) return { text, label, names: [name] };
    const mark = markOf(index);
    const next = addMark(line, mark, kind, `kafkaNotes${index}`);
    if (next === undefined) return { text, label, names: [] };
    marked.set(place.line, mark);
    lines[place.line] = next.line;
    return { text, label, names: next.name === undefined ? [] : [next.name], mark };
  });
  return { text: lines.join('\n'), anchors };
}

/**
 * Renames the key of each picture that a node shall have, as in `a@{ img: "…" }`: Mermaid would ask its address for the size, and
 * the finished picture may not hold it anyway.
 */
function withoutImages(diagram: string): string {
  return diagram.replace(/@\{[^}]*\}?/g, (block) => block.replace(/([{,\n]\s*["']?)img(?=["']?\s*:)/gi, '$1noImg'));
}

type Kind = 'flowchart' | 'sequence' | 'colon' | 'other';

/** Returns the kind of diagram that the first line names which is no comment, front matter or directive. */
function kindOf(lines: readonly string[]): Kind {
  const matter = lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') + 1 : 0;
  const first = lines.slice(matter).find((line) => line.trim() !== '' && !line.trimStart().startsWith('%%'));
  const word = /^\s*([\w-]+)/.exec(first ?? '')?.[1] ?? '';
  if (word === 'flowchart' || word === 'graph') return 'flowchart';
  if (word === 'sequenceDiagram') return 'sequence';
  return /^(?:classDiagram|stateDiagram|erDiagram)(?:-v2)?$/.test(word) ? 'colon' : 'other';
}

/** Makes a mark: invisible characters between two others that are used for nothing else, in another sequence for each index. */
function markOf(index: number): string {
  return `\u2063${index.toString(2).replaceAll('0', '\u2060').replaceAll('1', '\u2061')}\u2063`;
}

/** Matches a mark, to remove it from the picture. */
export const anyMark = /\u2063[\u2060\u2061]+\u2063/g;

/** An arrow such as `e1@-->` has a name already. */
function nameOfEdge(line: string): string | undefined {
  return /\s([\w-]+)@[<ox]?(?:--|==|-\.)/.exec(line)?.[1];
}

/**
 * Returns the line with a mark in the text that it draws, or with a name for its arrow; undefined where it has room for neither.
 */
function addMark(line: string, mark: string, kind: Kind, name: string): { line: string; name?: string } | undefined {
  switch (kind) {
    case 'sequence':
      return { line: addToSequence(line.trimEnd(), mark) };
    case 'flowchart':
      return addToEdge(line, name);
    case 'colon':
      return line.includes(':') ? { line: line.trimEnd().replace(/"?$/, (quote) => mark + quote) } : undefined;
    case 'other':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** A participant without a text of its own gets its name as text, since a mark must not change the name. */
function addToSequence(line: string, mark: string): string {
  const plain = /^\s*(?:create\s+)?(?:participant|actor)\s+(\S+)$/.exec(line)?.[1];
  return plain === undefined ? line + mark : `${line} as ${plain}${mark}`;
}

/** Gives the first arrow of a line a name. Quoted texts and brackets before it may hold anything. */
function addToEdge(line: string, name: string): { line: string; name: string } | undefined {
  const quiet = line.replaceAll(/"[^"]*"|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, (text) => ' '.repeat(text.length));
  const at = /(?<=\s)[<ox]?(?:--|==|-\.)/.exec(quiet)?.index;
  return at === undefined ? undefined : { line: `${line.slice(0, at)}${name}@${line.slice(at)}`, name };
}
