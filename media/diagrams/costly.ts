/** The bounds above which a diagram may hold the page for long; ours have at most 135 lines. */
const mostLines = 250;
const mostCharacters = 10_000;
/** Mind maps are laid out by steps whose number grows with the square of the nodes. */
const mostInMindmap = 3_000;
/** The years between the first and the last date of a chart of dates. */
const mostYears = 20;

/** The kinds in which a number is only a word: none of them counts up to it. */
const countless =
  /^(?:flowchart|graph|sequenceDiagram|classDiagram|stateDiagram|erDiagram|journey|pie|gitGraph|requirementDiagram|timeline)/;

/**
 * Returns whether a diagram may take long to draw, judged by its text alone. Mermaid runs in the page and cannot be stopped: a Gantt
 * chart draws a line for each step of its time, a packet a row for each 32 bits, however short their texts are.
 */
export function isCostly(text: string): boolean {
  if (text.length > mostCharacters || text.split('\n', mostLines + 1).length > mostLines) return true;
  const [settings = ''] = /^\s*---\n[^]*?\n\s*---(?:\n|$)/.exec(text) ?? [];
  const directives = text.match(/%%\{[^]*?\}%%/g) ?? [];
  if ([settings, ...directives].some(hasLargeNumber)) return true;
  const body = text.slice(settings.length).replace(/%%\{[^]*?\}%%|%%.*/g, '');
  const kind = body.trimStart();
  if (kind.startsWith('mindmap')) return body.length > mostInMindmap;
  return (
    !countless.test(kind) &&
    (hasLargeNumber(body) || yearsIn(body) > mostYears || /\btickInterval\s+\d+\s*(?:milli)?second/i.test(body))
  );
}

/** A number of five digits, or one with an exponent, that is no part of a date. */
function hasLargeNumber(text: string): boolean {
  return /\d{5,}|\d(?:\.\d*)?e\+?\d/i.test(text);
}

function yearsIn(text: string): number {
  const years = [...text.matchAll(/(?<!\d)\d{4}(?=-\d)/g)].map(([year]) => Number(year));
  return years.length === 0 ? 0 : Math.max(...years) - Math.min(...years);
}
