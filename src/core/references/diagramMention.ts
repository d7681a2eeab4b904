import type { DiagramAnchor } from '../notes/diagrams/diagramAnchor';
import { excerptOf, nameAlone } from './excerpt';
import type { Mention } from './mention';

/** A line that draws nothing: a comment, or one that gives links. */
const drawsNothing = /^\s*(?:%%|click\s|link\s|$)/;

/** Of an anchor in a diagram the line that draws what it stands for; where there is none, what the diagram calls it. */
export function diagramMention(lines: readonly string[], { place, label, text }: DiagramAnchor): Mention {
  const name = label === '' ? text : label;
  const line = place.kind === 'line' ? lines[place.line] : lines.find((one) => !drawsNothing.test(one) && one.includes(name));
  const start = line?.indexOf(name) ?? -1;
  if (line === undefined || start < 0) return nameAlone(name);
  return excerptOf(line, { start, end: start + name.length }, { start: 0, end: line.length });
}
