import { colourOf, tokenColumns, tokenModifiers, tokenTypes } from '../../../src/core/language/colours';
import { foldColumns, foldKinds } from '../../../src/core/language/folds';
import { SyntaxFinder, type Syntax } from '../../../src/core/language/syntaxFinder';
import { OpenTrees } from '../../../src/core/syntax/openTrees';
import { Parsers } from '../../../src/core/syntax/parsers';
import { assets } from '../bindings/readTable';

const parsers = new Parsers(assets);

/** Creates a reader that has read nothing yet. */
export function newReader(): SyntaxFinder {
  return new SyntaxFinder(parsers, assets, new OpenTrees(), () => undefined);
}

const reader = newReader();
const counter = (function* () {
  for (let number = 0; ; number++) yield `file:///${number}`;
})();

/** Returns the syntax of a text, read as one that was never read before. The language follows from the name `file`. */
export async function readSyntax(file: string, text: string): Promise<Syntax> {
  const syntax = await reader.read(counter.next().value, file, text);
  if (syntax === undefined) throw new Error(`${file} was not read`);
  return syntax;
}

export interface Token {
  /** The 0-based line; `character` is 0-based, too. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** The colour as a query captures it, such as `comment.documentation`. */
  readonly colour: string;
}

export function tokensOf({ colours }: Syntax): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < colours.length; at += tokenColumns) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = colours.subarray(at, at + tokenColumns);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const colour = [tokenTypes[type] ?? '', ...modifiers].join('.');
    colourOf(colour);
    tokens.push({ line, character, length, colour });
  }
  return tokens;
}

/** Returns the folds of a text, each as `FIRST-LAST kind` with 1-based lines. */
export function foldsOf({ folds }: Syntax): string[] {
  const found: string[] = [];
  for (let at = 0; at < folds.length; at += foldColumns) {
    const [start = 0, end = 0, kind = 0] = folds.subarray(at, at + foldColumns);
    found.push(`${start + 1}-${end + 1}${kind === 0 ? '' : ` ${foldKinds[kind] ?? ''}`}`);
  }
  return found;
}
