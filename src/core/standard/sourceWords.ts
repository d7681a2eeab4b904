/** What the files of a source tree say: their words, and the texts of their string literals. */
export class SourceWords {
  private readonly words = new Set<string>();
  private readonly quoted: string[] = [];
  private readonly texts: string[] = [];
  private all: { readonly quoted: string; readonly texts: string } | undefined;

  /** Adds a file of Java or Scala. */
  add(text: string): void {
    for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+/gu)) this.words.add(word);
    // A literal that goes on in the next line is one text.
    const joined = text.replaceAll(/"\s*\+\s*[sf]?"/g, '');
    for (const [, long, short] of joined.matchAll(/"""([\s\S]*?)"""|"((?:\\.|[^"\\\n])*)"/g)) {
      const literal = long ?? short ?? '';
      if (literal !== '') this.quoted.push(spaced(literal.replaceAll(/\\(["'\\])/g, '$1')));
    }
    this.texts.push(spaced(text));
    this.all = undefined;
  }

  hasWord(word: string): boolean {
    return this.words.has(word);
  }

  /** Returns whether a string literal holds a text. */
  isQuoted(text: string): boolean {
    return this.whole().quoted.includes(spaced(text));
  }

  /** Returns whether the source holds a text, white space aside. */
  has(text: string): boolean {
    return this.whole().texts.includes(spaced(text));
  }

  /** Returns whether the source holds a name with dots as a whole. */
  hasName(name: string): boolean {
    const { texts } = this.whole();
    for (let at = texts.indexOf(name); at >= 0; at = texts.indexOf(name, at + 1)) {
      if (!/[\w.]/.test(texts.charAt(at - 1)) && !/\w/.test(texts.charAt(at + name.length))) return true;
    }
    return false;
  }

  private whole(): { readonly quoted: string; readonly texts: string } {
    this.all ??= { quoted: this.quoted.join('\n'), texts: this.texts.join('\n') };
    return this.all;
  }
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
