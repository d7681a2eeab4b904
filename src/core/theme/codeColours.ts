import { isRecord } from '../util/record';

/** The kinds of code that a note colours. */
export const codeColours = ['keyword', 'string', 'comment', 'number', 'type', 'function', 'name'] as const;

export type CodeColour = (typeof codeColours)[number];

/** The colours as `#rrggbb` or `#rrggbbaa`. Those that a theme does not name are left out. */
export type CodeColours = Readonly<Partial<Record<CodeColour, string>>>;

/** A rule of a theme: its scopes, and the colour of their text. */
export interface TokenRule {
  readonly scopes: readonly string[];
  readonly foreground: string;
}

/** The TextMate scopes that stand for each kind, the best first. The names are those of the TextMate manual, section 12.4. */
const scopesOf: Readonly<Record<CodeColour, readonly string[]>> = {
  keyword: ['keyword', 'keyword.control', 'storage.type', 'storage'],
  string: ['string', 'string.quoted.double'],
  comment: ['comment', 'comment.line'],
  number: ['constant.numeric', 'constant'],
  type: ['entity.name.type', 'entity.name.type.class', 'entity.name.class', 'support.class', 'entity.name'],
  function: ['entity.name.function', 'support.function', 'entity.name'],
  name: ['variable.parameter', 'variable'],
};

/** Parses the rules of a theme's `tokenColors`, or of a user's own `textMateRules`. Anything that is no rule is passed over. */
export function readTokenRules(rules: unknown): TokenRule[] {
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: unknown) => {
    if (!isRecord(rule) || !isRecord(rule.settings)) return [];
    const { foreground } = rule.settings;
    const scopes = [rule.scope].flat().filter((scope) => typeof scope === 'string');
    if (typeof foreground !== 'string' || !/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(foreground)) return [];
    return [{ scopes: scopes.flatMap((scope) => scope.split(',')).map((scope) => scope.trim()), foreground }];
  });
}

/** Returns the colours that the rules give to code. Later rules override earlier ones. */
export function codeColoursOf(rules: readonly TokenRule[]): CodeColours {
  const colours = codeColours.map((name) => [name, firstColour(rules, scopesOf[name])] as const);
  return Object.fromEntries(colours.filter(([, colour]) => colour !== undefined));
}

function firstColour(rules: readonly TokenRule[], scopes: readonly string[]): string | undefined {
  for (const scope of scopes) {
    const colour = colourOf(rules, scope);
    if (colour !== undefined) return colour;
  }
  return undefined;
}

/**
 * Finds the rule with the longest scope that equals or contains the given one; of several, the last. Scopes inside others are
 * passed over.
 */
function colourOf(rules: readonly TokenRule[], asked: string): string | undefined {
  let best: { readonly length: number; readonly colour: string } | undefined;
  for (const { scopes, foreground } of rules) {
    for (const scope of scopes) {
      if (scope === '' || (asked !== scope && !asked.startsWith(`${scope}.`))) continue;
      if (best === undefined || scope.length >= best.length) best = { length: scope.length, colour: foreground };
    }
  }
  return best?.colour;
}
