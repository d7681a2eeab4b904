/** Makes a sheet of a picture's style rules, without those that reach beyond the picture with this id or load anything. */
export function safeRules(text: string, id: string): CSSStyleSheet {
  const read = new CSSStyleSheet();
  // Rules that import others are left out by this method itself.
  read.replaceSync(text);
  const kept = new CSSStyleSheet();
  for (const rule of read.cssRules) if (isSafe(rule, id)) kept.insertRule(rule.cssText, kept.cssRules.length);
  return kept;
}

function isSafe(rule: CSSRule, id: string): boolean {
  if (leadsOutside(rule.cssText)) return false;
  if (rule instanceof CSSKeyframesRule) return true;
  return (
    rule instanceof CSSStyleRule && rule.cssRules.length === 0 && partsOf(rule.selectorText).every((part) => isBelow(part, id))
  );
}

/** Splits a list of selectors. A comma in brackets separates nothing. */
function partsOf(selectors: string): string[] {
  return selectors.split(/,(?![^(]*\))/).map((part) => part.trim());
}

function isBelow(selector: string, id: string): boolean {
  const rest = selector.slice(id.length + 1);
  return selector.startsWith(`#${id}`) && /^(?:$|[\s.:>[])/.test(rest) && !/^\s*[+~]/.test(rest);
}

/** Returns whether a value loads nothing: `url(#…)` names something in the picture, any other address might be loaded. */
export function leadsOutside(value: string): boolean {
  return /url\((?!\s*["']?#)|image-set\(|image\(|src\(/i.test(value);
}
