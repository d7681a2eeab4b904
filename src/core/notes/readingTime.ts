/** The speed at which people read a text about code, per minute: words of scripts with spaces, and characters of the others. */
const words = 200;
const characters = 400;

/** Matches Han, kana and Hangul, of which each character counts, for there are no spaces between words. */
const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_'\u2019.-]*/gu;

/**
 * Returns the seconds that people need for a Markdown text. Words, ideographs and code count; destinations of links do not, nor do
 * diagrams, which are looked at. Takes time linear in the text.
 */
export function readingSeconds(markdown: string): number {
  const text = withoutDiagrams(markdown).replaceAll(/\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)/g, ']');
  const ideographs = text.match(ideograph)?.length ?? 0;
  const spoken = text.replaceAll(ideograph, ' ').match(word)?.length ?? 0;
  return (spoken / words + ideographs / characters) * 60;
}

function withoutDiagrams(markdown: string): string {
  let fence: string | undefined;
  const kept = markdown.split('\n').filter((line) => {
    const [, mark, info = ''] = /^[\s>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && info.trim() === '') fence = undefined;
      return false;
    }
    if (mark !== undefined && /^\s*mermaid\b/i.test(info)) fence = mark;
    return fence === undefined;
  });
  return kept.join('\n');
}
