import { isRecord } from '../util/record';

/** What code in a note is coloured by. */
export const codeColours = ['keyword', 'string', 'comment', 'number', 'type', 'function', 'name'] as const;

export type CodeColour = (typeof codeColours)[number];

/** Colours as `#rrggbb` or `#rrggbbaa`; what a theme does not say is left out. */
export type CodeColours = Readonly<Partial<Record<CodeColour, string>>>;

/** A rule of a theme: the scopes it is for, and the colour of their text. */
export interface TokenRule {
  readonly scopes: readonly string[];
  readonly foreground: string;
}

/** The TextMate scopes that stand for each, the best first; the names are those of the TextMate manual, section 12.4. */
const scopesOf: Readonly<Record<CodeColour, readonly string[]>> = {
  keyword: ['keyword', 'keyword.control', 'storage.type', 'storage'],
  string: ['string', 'string.quoted.double'],
  comment: ['comment', 'comment.line'],
  number: ['constant.numeric', 'constant'],
  type: ['entity.name.type', 'entity.name.type.class', 'entity.name.class', 'support.class', 'entity.name'],
  function: ['entity.name.function', 'support.function', 'entity.name'],
  name: ['variable.parameter', 'variable'],
};

/** Reads the rules of a theme's `tokenColors`, or of a reader's own `textMateRules`; what is none is passed over. */
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

/** What the rules, the later ones above the earlier, give to code. */
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

/** The rule with the longest scope that is the asked one or above it; of those, the last. Scopes inside others are passed over. */
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
