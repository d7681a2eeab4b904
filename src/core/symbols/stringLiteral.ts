const simpleEscapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' };
const escape = /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(\r\n|[\s\S]))/g;

/** Returns the value of a Java string literal or text block, which is given with its quotes. */
export function decodeJavaString(literal: string): string {
  return literal.startsWith('"""') ? decodeEscapes(withoutIndent(literal.slice(3, -3))) : decodeEscapes(literal.slice(1, -1));
}

/** Does the same for Scala, where there are no escapes between triple quotes. */
export function decodeScalaString(literal: string): string {
  return literal.startsWith('"""') && literal.length >= 6 ? literal.slice(3, -3) : decodeEscapes(literal.slice(1, -1));
}

function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (_all, unicode?: string, octal?: string, other?: string) => {
    if (unicode !== undefined) return String.fromCharCode(parseInt(unicode, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    if (other === undefined || /^[\r\n]/.test(other)) return '';
    return simpleEscapes[other] ?? other;
  });
}

/** Returns a text block's content without its incidental white space, by the rules of the Java Language Specification, 3.10.6. */
function withoutIndent(content: string): string {
  const lines = content.split(/\r\n|\r|\n/).slice(1);
  const last = lines.length - 1;
  const counted = lines.filter((line, index) => index === last || line.trim() !== '');
  const indent = Math.min(...counted.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(indent).trimEnd())).join('\n');
}
