import type { DiagramAnchor } from '../notes/diagrams/diagramAnchor';
import { mentionAround, mentionOfName } from './mentionText';
import type { Mention } from './mention';

/** Matches a line that draws nothing: a comment, or one that gives links. */
const drawsNothing = /^\s*(?:%%|click\s|link\s|$)/;

/** Returns the line of a diagram that draws what an anchor stands for, or the name that the diagram gives to it. */
export function diagramMention(lines: readonly string[], { place, label, text }: DiagramAnchor): Mention {
  const name = label === '' ? text : label;
  const line = place.kind === 'line' ? lines[place.line] : lines.find((one) => !drawsNothing.test(one) && one.includes(name));
  const start = line?.indexOf(name) ?? -1;
  if (line === undefined || start < 0) return mentionOfName(name);
  return mentionAround(line, { start, end: start + name.length }, { start: 0, end: line.length });
}
