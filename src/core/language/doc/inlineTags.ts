/** The text that an inline tag stands for: code, text as it is, or text with markup of its own. */
export interface InlineTag {
  readonly kind: 'code' | 'literal' | 'markup';
  readonly text: string;
}

/** Returns what an inline tag stands for. With `isVerbatim` it stands in lines of code, where white space counts. */
export function plainInlineTag(name: string, argument: string, isVerbatim = false): InlineTag {
  const text = argument.trim();
  switch (name) {
    case 'code':
      return { kind: 'code', text: isVerbatim ? argument.replace(/^ /, '') : text };
    case 'literal':
      return { kind: 'literal', text: isVerbatim ? argument.replace(/^ /, '') : text };
    case 'systemProperty':
      return { kind: 'code', text };
    case 'link':
    case 'linkplain':
    case 'see': {
      const [target, label] = splitReference(text);
      return label === '' ? { kind: 'code', text: shortReference(target) } : { kind: 'markup', text: label };
    }
    case 'value':
      return { kind: 'code', text: text === '' ? '' : shortReference(text.replace(/^"[^"]*"\s*|^%\S*\s+/, '')) };
    case 'index':
      return { kind: 'literal', text: (/^"([^"]*)"|^(\S*)/.exec(text) ?? []).slice(1).join('') };
    case 'return':
      return { kind: 'markup', text: `Returns ${text}${/[.!?]$/.test(text) ? '' : '.'}` };
    case 'inheritDoc':
    case 'inheritdoc':
    case 'docRoot':
      return { kind: 'literal', text: '' };
    default:
      return { kind: 'markup', text };
  }
}

/** Splits a reference to a symbol, such as `Map<K, V>#get(Object, int) label`, into the reference and its label. */
export function splitReference(text: string): readonly [target: string, label: string] {
  let depth = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(' || character === '<') depth++;
    else if (character === ')' || character === '>') depth--;
    else if (depth <= 0 && /\s/.test(character)) break;
  }
  // A bracket that nothing closes is no part of the reference.
  if (depth > 0) at = /\s|$/.exec(text)?.index ?? text.length;
  return [text.slice(0, at), text.slice(at).trim()];
}

/**
 * Returns the short name of a reference: `append(Batch)` for `#append(Batch)`, and `Log.append` for
 * `module/org.example.Log#append`.
 */
export function shortReference(target: string): string {
  const [path = '', parameters = ''] = target.replace(/\s+/g, ' ').split(/(?=\()/);
  return (
    path
      .replace(/^[\w.]+\/(?=[\w#])/, '')
      .replace(/^#{1,2}/, '')
      .replace(/^(?:[a-z]\w*\.)+(?=[A-Z])/, '')
      .replace('#', '.') + parameters
  );
}
