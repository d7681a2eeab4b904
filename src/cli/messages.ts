import { targetOf, type Binding, type Candidate, type Target } from '../core/bindings/binding';
import type { CheckProblem } from '../core/check/check';
import type { UnindexedReason } from '../core/symbols/symbol';
import type { Report } from '../source/download';
import type { SourceError } from '../source/sourceError';

/** The help text of each command. All words that the CLI prints are in this file. */
export const help = {
  program: "Reads Kafka's source and the notes about it.",
  version: 'print the version',
  help: 'print this help',
  hint: '(add --help for what is possible)',
  exitCodes: '\nExit codes: 0 clean, 1 problems found, 2 wrong use.',
  symbols: 'print every symbol of Java and Scala files',
  path: 'a source file, or a folder with source files',
  json: 'print JSON',
  symbolsFormat: `
Prints FILE:LINE:COLUMN: KIND PATH(PARAMETERS) = VALUE, a symbol a line; FILE is relative to the PATH given.
With --json one array of {file, line, column, kind, path, parameters?, value?}. A file that cannot be read is
named on stderr and makes the exit code 1; the others are printed all the same.`,
  check: 'say what is wrong with notes and with their anchors',
  notes: 'a folder with notes, sub folders included; may be given several times',
  source: "a folder with Kafka's source: a checkout, an unpacked release or unpacked source jars",
  verbose: 'print every anchor with its state, too',
  standard: 'a YAML file that says what these notes are held to, too; see docs/standard.md',
  coverage: 'print what of the subjects of the standard the notes are about',
  checkFormat: `
Prints NOTE:LINE:COLUMN: CODE: MESSAGE, a problem a line, with what could be meant below it; nothing where all is
well. NOTE is relative to the folder of --notes (with several, that folder's name stands before it), source files
are relative to the folder of --source. With --json {anchors, problems}: anchors are all well-formed ones with
their state (exact, edited, moved, ambiguous, missing, unavailable) and target or candidates; malformed ones are
problems only. Problems are ambiguous, missing, unavailable and malformed anchors, links that lead nowhere, and
what is wrong with a note itself.`,
  sourceGroup: "get Kafka's source",
  sourceGet: 'fetch the source of Kafka 2.2.0, check it against a recorded hash, and keep it read-only',
  into: 'the folder that will hold it; replaced where it is there already',
  from: "the Apache archive's release, GitHub's tag, or the source jars through mvn",
} as const;

export const wrongUse = {
  noSuchPath: (path: string) => `no such file or folder: ${path}`,
  noFolder: (path: string) => `no such folder: ${path}`,
  noSource: (path: string) => `no Java or Scala source: ${path}`,
  noStandard: (path: string, why: string) => `no standard: ${path}: ${why}`,
  coverageOfNothing: '--coverage needs --standard, which lists the subjects',
} as const;

export function wrongUseMessage(message: string): string {
  return `kafka-notes: ${message}\n`;
}

const unindexedReasons: Readonly<Record<UnindexedReason, string>> = {
  binary: 'it is binary, not text',
  notUtf8: 'it is not UTF-8',
  tooLarge: 'it is too large',
  vanished: 'it is not there any more',
  noPermission: 'no permission to read it',
  unreadable: 'it cannot be read',
  timeout: 'parsing it takes too long',
  crashed: 'the parser failed on it',
};

export function unindexedMessage(path: string, reason: UnindexedReason, detail?: string): string {
  return `${path}: not read: ${unindexedReasons[reason]}${detail === undefined || detail === reason ? '' : ` (${detail})`}\n`;
}

/** Returns the message that is printed once for a file, however many such blocks it has. */
export function indentationMessage(path: string): string {
  return `${path}: has Scala 3's syntax without braces, which is not supported: symbols may be missing\n`;
}

function unindexedReason(reason: string): string {
  return Object.hasOwn(unindexedReasons, reason) ? unindexedReasons[reason as UnindexedReason] : reason;
}

const unavailableReasons: Readonly<Record<string, string>> = {
  noSourceTree: 'there is no source',
  notIndexedYet: 'its source is not read yet',
};

/** Returns one sentence that says what is wrong and what is expected. */
export function problemMessage({ code, args: [first = '', second = ''] }: CheckProblem): string {
  switch (code) {
    case 'anchor/empty':
      return 'the anchor names nothing; expected a type, e.g. kafka:kafka.log.Log';
    case 'anchor/type':
      return `no type or package: ${first}; expected names joined with ".", e.g. kafka:kafka.log.Log`;
    case 'anchor/member':
      return `no member behind "#": ${first}; expected one name, e.g. kafka:kafka.log.Log#append or kafka:kafka.log.Log#<init>`;
    case 'anchor/parameters':
      return `no parameter list: ${first}; expected simple type names between "(" and ")", e.g. kafka:kafka.log.Log#read(Long,Int)`;
    case 'anchor/file':
      return `no path of a file: ${first}; expected a path from the root of the source, e.g. kafka:/config/server.properties`;
    case 'anchor/fragment':
      return `no text fragment: ${first}; expected :~:text=[prefix-,]start[,end][,-suffix] with "-", "," and "&" of the quote percent-encoded`;
    case 'anchor/encoding':
      return `no percent-encoded UTF-8: ${first}; expected two hexadecimal digits behind each "%" (a "%" itself is %25)`;
    case 'anchor/lineNumber':
      return `a line number: ${first}; expected a symbol, and for a place inside it a text fragment (:~:text=…), for lines move`;
    case 'note/frontMatter':
      return `broken front matter: ${first}; expected YAML between two lines of ---, with title and summary as text`;
    case 'note/unclosedFence':
      return `a code fence without an end; expected a line with ${first} below the code`;
    case 'note/emptyExcerpt':
      return 'an excerpt without an anchor; expected one line in it, e.g. kafka.log.Log#append';
    case 'note/excerptLines':
      return 'more than one line in an excerpt; expected one anchor, and a block of its own for each other one';
    case 'note/notUtf8':
      return `the file is not UTF-8 from the byte ${first} on; expected UTF-8`;
    case 'note/tooLarge':
      return `the note is too large to be read; expected at most ${first} characters`;
    case 'note/unreadable':
      return `the note cannot be read: ${unindexedReason(first)}`;
    case 'note/link':
      return linkMessage(first, second);
    case 'note/notALink':
      return `Markdown takes this for plain text, not for a link: ${first}; expected no space in it, or <…> around it, and a ")" behind it`;
    case 'outline/noNote':
      return `"${first}" is marked as written; expected a link to its note, or [ ]`;
    case 'outline/written':
      return `"${first}" is marked as not written, but its note is there: ${second}; expected [x]`;
    case 'binding/ambiguous':
      return `several symbols fit ${first}; expected a parameter list, a $ or a longer quote that leaves one`;
    case 'binding/missingSymbol':
      return `no such symbol: ${first}`;
    case 'binding/missingFragment':
      return `the symbol is there, but not the quoted text: ${first}; expected a quote of whole words of the source`;
    case 'binding/missingFile':
      return `no such file in the source: ${first}`;
    case 'binding/unavailable':
      return `nothing can be said of ${first}: ${unavailableReasons[second] ?? unindexedReason(second)}`;
    default:
      return code satisfies never;
  }
}

function linkMessage(href: string, what: string): string {
  if (what === 'section') return `no such section: ${href}; expected the heading's words in lower case, joined with "-"`;
  return `no such ${what}: ${href}; expected a path relative to the note`;
}

export function candidateLine(candidate: Candidate | Target): string {
  const target = 'reason' in candidate ? candidate.target : candidate;
  return `    ${described(target)}`;
}

export function stateMessage({ anchor, result }: Binding): string {
  const target = targetOf(result);
  return `${result.state}: ${anchor.text}${target === undefined ? '' : ` -> ${described(target)}`}`;
}

function described({ file, symbol, range: { start } }: Target): string {
  const parameters = symbol?.parameters === undefined ? '' : `(${symbol.parameters.join(',')})`;
  const place = `${file}:${start.line + 1}:${start.character + 1}`;
  return symbol === undefined ? place : `${symbol.path}${parameters} (${symbol.kind}, ${place})`;
}

export function summary(problems: number, anchors: number, notes: number): string {
  return `${counted(problems, 'problem')}, ${counted(anchors, 'anchor')} in ${counted(notes, 'note')}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** The percentage is in whole tenths, so that each new line stands for real progress. */
export function sourceStepMessage(step: Parameters<Report>[0], done: number, total: number | undefined): string {
  const words = { download: 'downloading', unpack: 'unpacking', check: 'checking' }[step];
  return total === undefined ? `${words} …\n` : `${words} ${Math.floor((done / total) * 10) * 10} %\n`;
}

export function sourceErrorMessage({ code, args: [what = '', expected = '', found = ''] }: SourceError): string {
  return wrongUseMessage(
    {
      http: `${what}: the server answered ${expected}`,
      network: `${what}: ${expected}`,
      unsafe: `${what}: no https address, so anybody on the way could change what comes from it`,
      silent: `${what}: the server has sent nothing for ${expected} s`,
      occupied: `${what}: holds something else, which is not replaced; choose an empty folder`,
      truncated: `${what}: the download broke off after ${expected} of ${found} bytes`,
      wrongHash: `${what}: not what was published: the hash is ${found}, not ${expected}`,
      noHash: `${what}: no SHA-512 stands there`,
      broken: `${what}: a broken archive: ${expected}`,
      disk: what,
      noMaven: 'mvn is not on the PATH; install Maven, or use --from archive or --from github',
      maven: `Maven failed: ${what}`,
      cancelled: 'cancelled; nothing was kept',
    }[code],
  );
}
