import { anchorScheme } from '../scheme';
import type { DiagramAnchor, DiagramPlace } from './diagramAnchor';
import { labelOfLine, labelsOfNodes } from './diagramLabels';

/** Returns whether a fence with this info string is a diagram. GitHub and GitLab draw the same fences. */
export function isDiagram(info: string): boolean {
  return /^mermaid(?:\s|$)/i.test(info.trim());
}

/**
 * Finds the anchors of a Mermaid diagram, in the order of its text. They stand where Mermaid has a place for links,
 *
 *     click A "kafka:…"      click A href "kafka:…" "tooltip"      link A "kafka:…"
 *     link P: Label @ kafka:…                                      (a sequence diagram's participant)
 *
 * and otherwise in a comment of their own, which is about what the next line draws:
 *
 *     %% kafka:…
 *     P->>Q: a message
 *
 * Any other program that draws Mermaid shows the same picture. Takes time linear in the text.
 */
export function findDiagramAnchors(text: string): DiagramAnchor[] {
  const lines = text.split('\n');
  const found: DiagramAnchor[] = [];
  let labels: ReadonlyMap<string, string> | undefined;
  let drawn: readonly number[] | undefined;
  let offset = 0;
  lines.forEach((line, index) => {
    const statement = readStatement(line);
    if (statement !== undefined) {
      const { at, end, start, subject, said } = statement;
      const next = (drawn ??= nextDrawn(lines))[index] ?? -1;
      const place: DiagramPlace = subject === undefined ? { kind: 'line', line: next } : { kind: 'named', names: namesIn(subject) };
      const nameOf = (id: string): string => (labels ??= labelsOfNodes(lines)).get(id) ?? id;
      found.push({
        text: line.slice(at, end),
        start: offset + at,
        end: offset + end,
        statement: { start: offset + start, end: offset + line.trimEnd().length, line: index },
        place,
        label: said ?? (place.kind === 'named' ? place.names.map(nameOf).join(', ') : labelOfLine(lines[next] ?? '')),
      });
    }
    offset += line.length + 1;
  });
  return found;
}

interface Statement {
  /** The first column of the anchor and the column behind it. */
  readonly at: number;
  readonly end: number;
  /** The column at which the statement starts. */
  readonly start: number;
  /** The names that it is about; undefined if it is about the next line. */
  readonly subject: string | undefined;
  /** The text that the statement itself gives to its link. */
  readonly said: string | undefined;
}

/** `click X "…"` of flowcharts, class and state diagrams, Gantt charts; `link X "…"` of class diagrams. */
const quoted = new RegExp(
  String.raw`^(\s*)(?:click|link)\s+([^\s"]+)\s+(?:href\s+)?"(${anchorScheme}[^"]*)"(?:\s+"([^"]*)")?`,
  'i',
);
/** `link P: Label @ …` of sequence diagrams. */
const ofParticipant = new RegExp(String.raw`^(\s*)link\s+([^\s:][^:]*):([^@]*)@\s*(${anchorScheme}.*)$`, 'i');
const comment = new RegExp(String.raw`^(\s*)%%\s*(${anchorScheme}.*)$`, 'i');

function readStatement(line: string): Statement | undefined {
  // Most lines have no anchor, so they are sorted out before the expressions run.
  if (!line.toLowerCase().includes(anchorScheme)) return undefined;
  const [whole, indentation = '', subject, text = '', said] = quoted.exec(line) ?? [];
  if (whole !== undefined) {
    const at = line.indexOf(`"${text}"`) + 1;
    return { at, end: at + text.length, start: indentation.length, subject, said: nonEmpty(said) };
  }
  const link = ofParticipant.exec(line);
  if (link !== null) return toLineEnd(line, link[1], link[4], link[2]?.trim(), nonEmpty(link[3]?.trim()));
  const [, margin, anchor] = comment.exec(line) ?? [];
  return anchor === undefined ? undefined : toLineEnd(line, margin, anchor, undefined, undefined);
}

function toLineEnd(line: string, margin = '', anchor = '', subject: string | undefined, said: string | undefined): Statement {
  return { at: line.length - anchor.length, end: line.trimEnd().length, start: margin.length, subject, said };
}

/** Returns for each line the index of the next one that is neither a comment nor blank; -1 for none. */
function nextDrawn(lines: readonly string[]): number[] {
  let next = -1;
  const behind = lines.map(() => -1);
  for (let at = lines.length - 1; at >= 0; at--) {
    behind[at] = next;
    const line = lines[at]?.trimStart() ?? '';
    if (line !== '' && !line.startsWith('%%')) next = at;
  }
  return behind;
}

/** Splits the subject of `click A,B …` into its names. */
function namesIn(subject: string): string[] {
  return subject.split(',').filter((name) => name !== '');
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
