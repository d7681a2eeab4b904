import { normalizeParameter } from '../notes/parameterType';
import { parseAnchor } from '../notes/parseAnchor';
import { anchorScheme } from '../notes/scheme';
import { typeKinds, type SourceSymbol } from '../symbols/symbol';
import { symbolsAround } from '../symbols/symbolsAround';
import type { SymbolTable } from '../symbols/symbolTable';
import { canonicallySpelt, type SymbolAnchor } from './symbolPath';
import { symbolsOf } from './symbolsOf';

/** The longest text that is looked at, in UTF-16 units. No name of a symbol is longer. */
const longest = 500;

/**
 * Returns the symbol that a name from another tool means, where it means exactly one: an anchor, a reference of Javadoc, a line of a stack
 * trace, a name of a class or method as the JVM or a program writes it, or an address of a file or line on GitHub. `version` is the
 * version of the tree, such as `2.2.0`: a line on GitHub counts only there, for in other versions other code stands on it.
 */
export function symbolNamedBy(text: string, table: SymbolTable, version: string | undefined): SourceSymbol | undefined {
  const name = text.trim();
  if (name === '' || name.length > longest || /[\r\n]/.test(name)) return undefined;
  const address = addressOf(name);
  if (address !== undefined) return symbolAtAddress(address, table, version);
  for (const target of targetsOf(name)) {
    const [symbol, ...others] = symbolsOf(canonicallySpelt(target, table), table);
    if (symbol !== undefined) return others.length === 0 ? symbol.symbol : undefined;
  }
  return undefined;
}

/** Yields what a name may mean, the likeliest first. Only names with a package, or an owner behind one, are names of symbols. */
function* targetsOf(name: string): Generator<SymbolAnchor> {
  const anchor = parseAnchor(name);
  if (anchor.ok && anchor.anchor.target.kind === 'symbol') {
    yield anchor.anchor.target;
    return;
  }
  const frame = frameOf(name);
  if (frame !== undefined) {
    yield frame;
    return;
  }
  const reference = referenceOf(name);
  if (reference === undefined) return;
  const { path, parameters } = reference;
  const parsed = parseAnchor(`${anchorScheme}${path}`);
  const rest = parameters && { parameters };
  if (parsed.ok && parsed.anchor.target.kind === 'symbol') yield { ...parsed.anchor.target, ...rest };
  const [, type, member] = /^([\w$.]+)\.([\w$]+)$/.exec(path) ?? [];
  // An empty list behind a method's name says in prose that it is a method, and nothing of its parameters.
  if (type !== undefined && member !== undefined) yield { kind: 'symbol', type, member, ...(parameters?.length !== 0 && rest) };
}

interface Reference {
  readonly path: string;
  readonly parameters?: readonly string[];
}

/** Returns the reference in `{@link …}`, or a text that has the form of a qualified name; undefined for others. */
function referenceOf(name: string): Reference | undefined {
  const [, linked] = /^\{@link(?:plain)?\s+([^\s(}]+(?:\([^)]*\))?)[^}]*\}$/.exec(name) ?? [];
  const [, written, list] = /^([\w$./#;]+)(?:\(([^()]*)\))?$/.exec(linked ?? name) ?? [];
  const path = written?.replace(/^L(?=[^;]*;$)|;$/g, '').replaceAll('/', '.');
  if (path === undefined || !/^[\w$]+\./.test(path)) return undefined;
  if (list === undefined) return { path };
  const parameters = parametersOf(list);
  return parameters && { path, parameters };
}

/** Returns the types of a parameter list as it is written in source, whose parameters may have names; undefined for a wrong one. */
function parametersOf(list: string): readonly string[] | undefined {
  let plain = list;
  for (let before = ''; before !== plain;) [before, plain] = [plain, plain.replaceAll(/<[^<>]*>/g, '')];
  if (plain.trim() === '') return [];
  const types = plain.split(',').map((one) =>
    normalizeParameter(
      one
        .trim()
        .replace(/^final\s+/, '')
        .split(/\s+/)[0] ?? '',
    ),
  );
  return types.every((one) => one !== undefined) ? types : undefined;
}

/**
 * Returns the method of a stack trace's line, `kafka.log.Log.append(Log.scala:751)`. Scala's compiler writes code in functions into
 * methods and classes of its own, such as `$anonfun$append$1` and `Log$$anonfun$append$2.apply`, which stand for the method around.
 */
function frameOf(name: string): SymbolAnchor | undefined {
  const place =
    /^(?:at\s+)?(?:[\w.@-]*\/)*([\w.$]+)\.([\w$<>]+)\((?:[\w$]+\.(?:java|scala)(?::\d+)?|Unknown Source|Native Method)\)$/;
  const [, written, method] = place.exec(name) ?? [];
  if (written === undefined || method === undefined) return undefined;
  const [outer = '', inner] = written.split(/\$\$anonfun\$|\$\$anon\$|\$\$Lambda\$/);
  const type = outer.replace(/\$\d.*$/, '');
  // A method of a class without a name may have the name of another one of the class around.
  const isNameless = type !== outer || (inner !== undefined && !/^[\p{L}_]/u.test(inner));
  const member = isNameless ? '' : memberOf(inner ?? method);
  return member === '' ? { kind: 'symbol', type } : { kind: 'symbol', type, member };
}

/** Returns the method around what a compiler has made of it; empty for an initialiser of a class. */
function memberOf(method: string): string {
  if (method === '<init>') return method;
  if (method === '<clinit>') return '';
  const own = method.replace(/^.*\$\$(?=[\p{L}_])/u, '').replace(/^\$anonfun\$|^lambda\$|^access\$\d+$|^liftedTree\d*\$?.*$/, '');
  return own.replace(/\$.*$/, '');
}

interface Address {
  readonly ref: string;
  readonly path: string;
  /** 0-based. */
  readonly line?: number;
}

function addressOf(name: string): Address | undefined {
  const [, ref, path, line] =
    /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+\/blob\/([\w.-]+)\/([^?#\s]+\.(?:java|scala))(?:\?[^#\s]*)?(?:#L(\d+)(?:C\d+)?(?:-L?\d+(?:C\d+)?)?)?$/.exec(
      name,
    ) ?? [];
  if (ref === undefined || path === undefined) return undefined;
  return { ref, path, ...(line === undefined ? {} : { line: Number(line) - 1 }) };
}

/** Without a line the type that the file is named after is meant, with one the innermost symbol there. */
function symbolAtAddress(
  { ref, path, line }: Address,
  table: SymbolTable,
  version: string | undefined,
): SourceSymbol | undefined {
  const file = fileAt(path, table);
  const symbols = (file === undefined ? undefined : table.outline(file)?.symbols) ?? [];
  if (line !== undefined) {
    if (version === undefined || ref.replace(/^v/, '') !== version) return undefined;
    return symbolsAround(symbols, { line, character: Number.MAX_SAFE_INTEGER }).find(({ range }) => range.start.line <= line);
  }
  const wanted = /([^/]+)\.\w+$/.exec(path)?.[1];
  const named = symbols.filter(({ kind, name, path: own }) => typeKinds.has(kind) && name === wanted && !own.includes('#'));
  return named.find(({ kind }) => kind !== 'object') ?? named[0];
}

/** Returns the file of the tree that a path in the repository means, in a checkout or in source jars. */
function fileAt(path: string, table: SymbolTable): string | undefined {
  if (table.files.has(path)) return path;
  const [, inside] = /\/src\/[^/]+\/(?:java|scala)\/(.+)$/.exec(path) ?? [];
  if (inside === undefined) return undefined;
  const fitting = table
    .filesNamed(/([^/]+)\.\w+$/.exec(inside)?.[1] ?? '')
    .filter((file) => file === inside || file.endsWith(`/${inside}`));
  return fitting.length === 1 ? fitting[0] : undefined;
}
