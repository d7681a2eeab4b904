const idPart = /[\p{L}\p{Nl}\p{M}\p{N}_$]/u;
/** The keywords that may stand right before a string, from the Scala Language Specification, 1.1. */
const keywords = new Set(
  'case catch do else extends finally for if match new return throw try while with yield true false null this super type'.split(
    ' ',
  ),
);

/** Returns whether a name that is not a keyword stands right before a quote: then the string holds code in `${…}`. */
export function isInterpolated(text: string, quote: number): boolean {
  let start = quote;
  while (start > 0 && idPart.test(text.charAt(start - 1))) start--;
  const name = text.slice(start, quote);
  return name !== '' && !/^\p{N}/u.test(name) && !keywords.has(name);
}
