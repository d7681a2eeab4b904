import { verbatimTokens } from './docTokens';
import { plainInlineTag } from './inlineTags';

/** Returns the text of code in HTML: elements are left out, entities and inline tags become what they stand for. */
export function verbatim(text: string): string {
  let code = '';
  for (const token of verbatimTokens(text)) {
    if (token.kind === 'tag') {
      const { kind, text: said } = plainInlineTag(token.name, token.argument, true);
      code += kind === 'markup' ? verbatim(said) : said;
    } else if (token.kind === 'element') code += token.name === 'br' ? '\n' : '';
    else code += token.kind === 'text' ? token.text : token.raw;
  }
  return code;
}
