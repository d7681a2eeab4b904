/** What is not plain text in a doc comment: inline tags, code, HTML, entities, and Scaladoc's wiki syntax. */
const markup = new RegExp(
  [
    /\{@(?<tag>\w+)(?<argument>(?:[^{}]|\{[^{}]*\})*)\}/,
    /\{\{\{(?<wikiCode>[\s\S]*?)\}\}\}/,
    /<pre\b[^<>]*>(?<pre>[\s\S]*?)<\/pre>/,
    /<(?:code|tt)>(?<code>[^<]*)<\/(?:code|tt)>/,
    /<a\s[^<>]*?href\s*=\s*["'](?<address>https?:\/\/[^"'<>\s]*)["'][^<>]*>(?<label>[^<]*)<\/a>/,
    // In small letters and known: others are types, as in `List<A>`.
    /<(?<element>\/?(?:p|br|hr|div|span|a|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|b|strong|i|em|u|code|tt|pre|blockquote|su[bp]|h[1-6]))\b[^<>]*>/,
    /&(?<entity>#?\w+);/,
    /`(?<ticks>[^`\n]+)`/,
    /\[\[(?<target>[^\]\s]+)(?:\s+(?<title>[^\]]*))?\]\]/,
    /(?<bold>''')/,
    /(?<italic>'')/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** What an element is in Markdown; all others are nothing. */
const elements: Readonly<Record<string, string>> = {
  p: '\n\n',
  '/p': '\n\n',
  br: '\n\n',
  div: '\n\n',
  li: '\n- ',
  dt: '\n- ',
  dd: ': ',
  ul: '\n\n',
  ol: '\n\n',
  dl: '\n\n',
  '/ul': '\n\n',
  '/ol': '\n\n',
  '/dl': '\n\n',
  tr: '\n\n',
  td: ' ',
  th: ' ',
  b: '**',
  '/b': '**',
  strong: '**',
  '/strong': '**',
  i: '*',
  '/i': '*',
  em: '*',
  '/em': '*',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, '\n\n**'])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`/h${level}`, '**\n\n'])),
};

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rarr: '→',
  larr: '←',
  le: '≤',
  ge: '≥',
};

/** The text of a doc comment, without its marks, as Markdown that shows just what it says. */
export function inlineMarkdown(text: string): string {
  let markdown = '';
  let at = 0;
  for (const match of text.matchAll(markup)) {
    markdown += plain(text.slice(at, match.index)) + markupOf(match.groups ?? {});
    at = match.index + match[0].length;
  }
  return tidied(markdown + plain(text.slice(at)));
}

function markupOf(found: Readonly<Record<string, string | undefined>>): string {
  const { tag, argument, element, entity, address, label, target, title } = found;
  const block = found.wikiCode ?? found.pre;
  const code = found.code ?? found.ticks;
  if (tag !== undefined) return inlineTag(tag, argument?.trim() ?? '');
  if (block !== undefined) return fence(block);
  if (code !== undefined) return span(code);
  if (address !== undefined) return `[${plain(label ?? '')}](<${address}>)`;
  if (element !== undefined) return elements[element] ?? '';
  if (entity !== undefined) return plain(decoded(entity));
  if (target !== undefined) return title === undefined ? span(reference(target)) : plain(title);
  return found.bold === undefined ? '*' : '**';
}

function inlineTag(tag: string, argument: string): string {
  switch (tag) {
    case 'code':
      return span(argument);
    case 'link':
    case 'linkplain': {
      const [, target = '', label = ''] = /^([^\s(]*(?:\([^)]*\))?)([\s\S]*)$/.exec(argument) ?? [];
      return label.trim() === '' ? span(reference(target)) : plain(label.trim());
    }
    case 'value':
      return argument === '' ? '' : span(reference(argument));
    case 'inheritDoc':
    case 'docRoot':
      return '';
    default:
      return plain(argument);
  }
}

/** `#append(Batch)` is called `append(Batch)`, `org.example.Log#append` just `Log.append`. */
function reference(target: string): string {
  const [path = '', parameters = ''] = target.split(/(?=\()/);
  return (
    path
      .replace(/^#/, '')
      .replace(/^(?:[a-z]\w*\.)+(?=[A-Z])/, '')
      .replace('#', '.') + parameters
  );
}

function decoded(entity: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? [];
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return entities[entity] ?? `&${entity};`;
}

function plain(text: string): string {
  return text.replace(/[\\`*_[\]#|<>~&]/g, '\\$&');
}

function span(code: string): string {
  const text = unescaped(code).replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? '' : ticks + gap + text + gap + ticks;
}

function fence(code: string): string {
  // Inside of <pre> stands {@code …} as often as not.
  const [, literal] = /^\s*\{@(?:code|literal)\s([\s\S]*)\}\s*$/.exec(code) ?? [];
  const bare = literal ?? unescaped(code.replace(/<\/?\w+[^<>]*>/g, ''));
  const lines = bare.replace(/^\s*\n|\s+$/g, '').split('\n');
  const indentation = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  // Four spaces: no text ends such a block before it ends.
  return `\n\n${lines.map((line) => `\u0000    ${line.slice(indentation)}`).join('\n')}\n\n`;
}

function unescaped(code: string): string {
  return code.replace(/&(#?\w+);/g, (_, entity: string) => decoded(entity));
}

/** White space as Markdown needs it: lines of a paragraph run on; items of lists begin lines. Lines of code begin with NUL. */
function tidied(markdown: string): string {
  const blocks: string[] = [];
  for (const part of markdown.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    if (part.startsWith('\u0000')) {
      blocks.push(part.replaceAll('\u0000', ''));
      continue;
    }
    const items = part.replaceAll('\u0000', '').split(/\n(?=[ \t]*(?:-|\d+\.) )/);
    const text = items.map((item) => item.replace(/\s+/g, ' ').trim()).filter((item) => item !== '' && item !== '-');
    if (text.length > 0) blocks.push(text.join('\n'));
  }
  return blocks.reduce(
    (all, block) => all + (all === '' ? '' : block.startsWith('- ') && endsInItem(all) ? '\n' : '\n\n') + block,
    '',
  );
}

function endsInItem(text: string): boolean {
  return text.startsWith('- ', text.lastIndexOf('\n') + 1);
}
