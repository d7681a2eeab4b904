/** How a language writes comments. The strings are sources of regular expressions with the flags `g` and `m`. */
export interface CommentSyntax {
  /** What may hold the mark of a comment without being one, strings above all. */
  readonly opaque: readonly string[];
  /** What opens a comment that ends with its line. */
  readonly line: readonly string[];
  /** What opens a comment that may have several lines; a fixed text closes it. */
  readonly block: readonly { readonly open: string; readonly close: string; readonly nests?: boolean }[];
  /** Blanks what only the lines around it tell from code, as long texts are in YAML; lines and offsets stay. */
  readonly blank?: (text: string) => string;
}

// Each string has an end at the latest where its line or the text ends, so that no text takes more than linear time.
const double = String.raw`"(?:\\.|[^"\\\n])*"?`;
const single = String.raw`'(?:\\.|[^'\\\n])*'?`;
const doubleOverLines = String.raw`"(?:\\[^]|[^"\\])*(?:"|(?![^]))`;
const backquoted = String.raw`\`(?:\\[^]|[^\`\\])*(?:\`|(?![^]))`;
const textBlock = String.raw`"""(?:\\[^]|[^\\])*?(?:"""|(?![^]))`;
const rawTextBlock = String.raw`"""[^]*?(?:""""*|(?![^]))`;
const singleTextBlock = String.raw`'''(?:\\[^]|[^\\])*?(?:'''|(?![^]))`;
/** Else an apostrophe is that of a symbol in Scala or a lifetime in Rust. */
const character = String.raw`'(?:\\[^\n']{1,8}|\\'|[^'\\\n])'`;
/** In languages whose strings know no escapes, and where an apostrophe may be one. */
const doubleInLine = String.raw`"[^"\n]*"`;
const singleInLine = String.raw`'[^'\n]*'`;

/** Not that of an address without quotation marks. */
const slashes = String.raw`(?:(?<![A-Za-z]:)\/\/|\/\/(?=\s|$))`;
/** A further line of a comment whose first line is not quoted. */
const star = String.raw`^[ \t]*\*(?=[\s*/]|$)`;
const hash = '#';
/** In the middle of a word it is part of that word. */
const hashOfWord = String.raw`(?<!\S)#`;
const hashInShell = String.raw`(?<![^\s;&|()])#`;

const slashStar = { open: String.raw`\/\*`, close: '*/' };
const markup = { open: '<!--', close: '-->' };

const c: CommentSyntax = { opaque: [textBlock, double, character], line: [slashes, star], block: [slashStar] };
const nesting: CommentSyntax = { opaque: [rawTextBlock, double, character, '`[^`\\n]*`'], line: [slashes, star], block: [{ ...slashStar, nests: true }] };
const script: CommentSyntax = { opaque: [textBlock, singleTextBlock, double, single, backquoted], line: [slashes, star], block: [slashStar] };
const hashes: CommentSyntax = { opaque: [textBlock, singleTextBlock, double, single], line: [hashOfWord], block: [] };

/** Each language by the words that fences call it, in lower case. */
const syntaxes: readonly (readonly [names: string, syntax: CommentSyntax])[] = [
  ['java jsh c h cpp c++ cc cxx hpp cs csharp c# proto protobuf thrift avdl objc objective-c objectivec antlr g4', c],
  ['scala sc sbt kotlin kt kts rust rs swift', nesting],
  ['groovy gradle jenkinsfile js javascript jsx mjs ts typescript tsx json json5 jsonc go golang dart zig', script],
  ['php', { ...script, line: [slashes, star, hashOfWord] }],
  ['hcl terraform tf', { ...script, line: [slashes, hashOfWord] }],
  ['css', { opaque: [double, single], line: [], block: [slashStar] }],
  ['scss sass less', { opaque: [double, single], line: [slashes], block: [slashStar] }],
  [
    'sh shell bash zsh ksh fish dash ash',
    {
      opaque: [String.raw`\\[^]`, String.raw`\$'(?:\\[^]|[^'\\])*(?:'|(?![^]))`, "'[^']*'", doubleOverLines],
      line: [hashInShell],
      block: [],
      blank: withoutHeredocs,
    },
  ],
  [
    'console shell-session sh-session shellsession terminal powershell pwsh ps1',
    { opaque: [doubleInLine, singleInLine], line: [hashInShell], block: [{ open: '<#', close: '#>' }] },
  ],
  ['dockerfile docker makefile make mk', { opaque: [String.raw`\\.`, doubleInLine, singleInLine], line: [hashOfWord], block: [] }],
  [
    'yaml yml compose docker-compose helm',
    {
      // An apostrophe in a word opens no string.
      opaque: [String.raw`(?<![^\s[{,:(])"(?:\\[^]|[^"\\])*(?:"|(?![^]))`, String.raw`(?<![^\s[{,:(])'[^'\n]*'`],
      line: [hashOfWord],
      block: [],
      blank: withoutBlockScalars,
    },
  ],
  ['properties props', { opaque: [doubleInLine], line: [hashOfWord, String.raw`^[ \t]*!`], block: [] }],
  ['ini cfg conf config env dotenv editorconfig desktop service systemd', { opaque: [doubleInLine, singleInLine], line: [hashOfWord, String.raw`(?<!\S);`], block: [] }],
  ['python py python3 toml r julia jl nginx cmake graphql gql coffee', { ...hashes, line: [hash] }],
  ['ruby rb perl pl elixir ex exs tcl awk gitignore gitattributes', hashes],
  ['sql ksql ksqldb mysql postgresql pgsql plsql cql hive', { opaque: ["'[^']*'", doubleInLine], line: ['--'], block: [slashStar] }],
  ['lua', { opaque: [double, single], line: ['--'], block: [{ open: String.raw`--\[\[`, close: ']]' }] }],
  ['haskell hs elm purescript', { opaque: [double, character], line: [String.raw`--(?![!#$%&*+./<=>?@\\^|~:])`], block: [{ open: '\\{-', close: '-}', nests: true }] }],
  ['ada vhdl', { opaque: [doubleInLine], line: ['--'], block: [] }],
  ['clojure clj edn lisp elisp scheme racket', { opaque: [doubleOverLines, String.raw`\\.`], line: [';'], block: [] }],
  ['erlang erl tex latex matlab prolog', { opaque: [String.raw`\\.`, doubleInLine], line: ['%'], block: [] }],
  ['bat batch cmd dos', { opaque: [doubleInLine], line: [String.raw`^[ \t]*@?(?:rem\b|REM\b|::)`], block: [] }],
  ['xml html xhtml htm svg pom xsd xsl xslt wsdl vue svelte', { opaque: [String.raw`<!\[CDATA\[[^]*?(?:\]\]>|(?![^]))`], line: [], block: [markup] }],
];

const byName = new Map(syntaxes.flatMap(([names, syntax]) => names.split(' ').map((name) => [name, syntax] as const)));

/** Of a language that is not known, only what makes a comment of a whole line in most languages. A diff has a sign before each line. */
const unknown: CommentSyntax = {
  opaque: [],
  line: [String.raw`^[-+ \t]?[ \t]*(?:\/\/|#(?!!)|(?:--|;|%)(?=\s))`],
  block: [
    { open: String.raw`^[-+ \t]?[ \t]*\/\*`, close: '*/' },
    { open: String.raw`^[-+ \t]?[ \t]*<!--`, close: '-->' },
  ],
};

/** `language` as a fence calls it. */
export function commentSyntaxOf(language: string): CommentSyntax {
  return byName.get(language.toLowerCase()) ?? unknown;
}

/** The text of `<<EOF` in a shell is what a command reads. A mark in small letters may be a shift. */
function withoutHeredocs(text: string): string {
  const waiting: string[] = [];
  return blankLines(text, (line) => {
    const [mark] = waiting;
    if (mark !== undefined) {
      if (line.trim() === mark) waiting.shift();
      return true;
    }
    for (const [, name] of line.matchAll(/(?<!<)<<-?[ \t]*["'\\]?([A-Z_][A-Z\d_]*)/g)) if (name !== undefined) waiting.push(name);
    return false;
  });
}

/** The text of `key: |` in YAML is a string, as long as its lines are indented. */
function withoutBlockScalars(text: string): string {
  let parent: number | undefined;
  return blankLines(text, (line) => {
    const indentation = line.length - line.trimStart().length;
    if (parent !== undefined && (line.trim() === '' || indentation > parent)) return true;
    parent = undefined;
    if (!/(?:^|[:-][ \t]+)(?:[!&]\S+[ \t]+)*[|>][-+\d]*[ \t]*(?:\s#.*)?$/.test(line) || /^\s*#/.test(line)) return false;
    const dashes = /^ *(?:- +)*/.exec(line)?.[0] ?? '';
    // An item is as far in as its dash, a key as far as its first letter.
    parent = /^[|>!&]/.test(line.slice(dashes.length)) ? dashes.lastIndexOf('-') : dashes.length;
    return false;
  });
}

function blankLines(text: string, isBlank: (line: string) => boolean): string {
  return text
    .split('\n')
    .map((line) => (isBlank(line) ? ' '.repeat(line.length) : line))
    .join('\n');
}
