import type { Draw } from './draw';

/** The things that may stand between the tokens of a source. */
export interface Gaps {
  /** The comments of the language, those to the end of a line left out. */
  readonly comments: readonly [string, ...string[]];
  /** Returns whether a line may end between two tokens; `depth` counts the round and square brackets around them. */
  readonly mayEndLine: (before: string, after: string, depth: number) => boolean;
  /** Returns whether two tokens would become others without a space between them. */
  readonly needSpace: (before: string, after: string) => boolean;
  /** The ways in which a line ends. */
  readonly lineEnds: readonly [string, ...string[]];
}

const lineComments = ['// ; class No {', '//', '// " \' ` }', '/// @no def no = 1 */'] as const;

/** The token that ends its line, whatever stands behind it. */
export const lineEnd = '\n';

/** Writes tokens as a text, with odd things between some of them. */
export function written(tokens: readonly string[], gaps: Gaps, draw: Draw): string {
  const end = draw.of(gaps.lineEnds);
  const oddness = draw.of([0, 0.03, 0.1, 0.3]);
  let text = '';
  let depth = 0;
  let before = lineEnd;
  for (const token of tokens) {
    if (token === lineEnd) text += end;
    else {
      if (before !== lineEnd) text += gap(before, token);
      text += token.replaceAll('\n', end);
    }
    if ('(['.includes(token)) depth++;
    else if (')]'.includes(token)) depth--;
    before = token;
  }
  return text;

  function gap(left: string, right: string): string {
    const space = gaps.needSpace(left, right) || draw.chance(0.6) ? ' ' : '';
    if (!draw.chance(oddness)) return space;
    const comment = (): string => `${/[^\w)\]}]$/.test(left) ? ' ' : ''}${draw.of(gaps.comments)}${space}`;
    if (!gaps.mayEndLine(left, right, depth))
      return draw.one(
        comment,
        comment,
        () => '\t',
        () => '  ',
      );
    return draw.one(
      comment,
      () => end,
      () => `${end}    `,
      () => ` ${draw.of(lineComments)}${end}`,
      () => `${space}${draw.of(gaps.comments)}${end}`,
      () => `${end}${draw.of(gaps.comments)}${space}`,
      () => `\t${end}\f `,
    );
  }
}
