import { isTest } from '../symbols/sourcePlace';
import { typeKinds } from '../symbols/symbol';
import type { FiledSymbol, SymbolTable } from '../symbols/symbolTable';
import { LineIndex } from '../util/lineIndex';
import { contains } from '../util/range';
import { defineCalls, endOfToken, type DefineCall } from './calls';
import { evaluate, type Value, type ValueOf } from './evaluate';
import type { Setting, SettingDefault } from './setting';

/** Returns the text of a file; undefined where it cannot be read. */
export type TextOf = (file: string) => Promise<string | undefined>;

/** The most constants that lead from one to the next, as an alias does. */
const deepest = 8;

/** Returns the files in which settings may be defined: those that are named so, and those that have a constant with the name. */
export function settingFiles(table: SymbolTable, withConstant: readonly string[]): string[] {
  const named = [...table.files].filter((file) => /Configs?\.(?:java|scala)$/.test(file) && !isTest(file));
  return [...new Set([...withConstant.filter((file) => !isTest(file)), ...named])];
}

/** Returns where files define a setting of this name, or any if none is given, in the order of the files. `pause` is awaited between two files. */
export async function findSettings(
  name: string | undefined,
  files: readonly string[],
  { table, textOf, pause }: { readonly table: SymbolTable; readonly textOf: TextOf; readonly pause: () => Promise<void> },
): Promise<Setting[]> {
  const values = new Values(table, textOf);
  const found: Setting[] = [];
  for (const file of files) {
    found.push(...(await settingsIn(file, name, table, values)));
    await pause();
  }
  return found;
}

async function settingsIn(file: string, name: string | undefined, table: SymbolTable, values: Values): Promise<Setting[]> {
  const source = await values.source(file);
  if (source === undefined) return [];
  const settings: Setting[] = [];
  const { text, lines } = source;
  const valueOf = values.in(file);
  for (const call of defineCalls(text)) {
    const [first = ''] = call.args;
    const called = await evaluate(first, valueOf);
    if (typeof called !== 'string' || (name !== undefined && called !== name)) continue;
    const range = lines.range(call.name.start, call.name.end);
    const around = (table.outline(file)?.symbols ?? []).filter(
      (symbol) => typeKinds.has(symbol.kind) && contains(symbol.range, range.start),
    );
    const owner = around.at(-1)?.path.replaceAll('$', '') ?? file.slice(file.lastIndexOf('/') + 1);
    settings.push({ name: called, file, range, owner, ...(await described(call, valueOf)) });
  }
  return settings;
}

const importance = /^(?:(?:ConfigDef\.)?Importance\.)?(?:HIGH|MEDIUM|LOW)$/;
const type = /^(?:(?:ConfigDef\.)?Type\.)?(BOOLEAN|STRING|INT|SHORT|LONG|DOUBLE|LIST|CLASS|PASSWORD)$/;

/** Reads the arguments of a definition: the name, the type, perhaps a default and a validator, the importance, the doc. */
async function described({ args }: DefineCall, valueOf: ValueOf): Promise<Pick<Setting, 'type' | 'default' | 'doc'>> {
  const level = args.findIndex((arg, index) => index >= 2 && importance.test(arg));
  const doc = level < 0 ? undefined : await evaluate(args[level + 1] ?? '', valueOf);
  return {
    type: type.exec(args[1] ?? '')?.[1]?.toLowerCase(),
    default: level === 2 ? { kind: 'none' } : await defaultOf(args[2] ?? '', valueOf),
    doc: typeof doc === 'string' ? plainDoc(doc) : undefined,
  };
}

async function defaultOf(written: string, valueOf: ValueOf): Promise<SettingDefault> {
  if (/\bNO_DEFAULT_VALUE$/.test(written)) return { kind: 'none' };
  if (/^(?:java\.util\.)?Collections\.emptyList\(?\)?$/.test(written)) return { kind: 'value', value: '[]' };
  const value = await evaluate(written, valueOf);
  if (value === undefined) return { kind: 'expression', written: written.replaceAll(/\s+/g, ' ') };
  return { kind: 'value', value: value === '' ? '""' : String(value) };
}

/** The docs of settings are HTML, of which a line shows only the words. */
function plainDoc(doc: string): string {
  return doc
    .replaceAll(/<\/?[a-zA-Z][^<>]{0,200}>/g, '')
    .replaceAll('&mdash;', '—')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Finds the values of names. A name that could mean several constants with different values has none. */
class Values {
  private readonly sources = new Map<string, Promise<Source | undefined>>();
  /** The values of constants that were found. None of them is waited for, since a constant may lead to itself. */
  private readonly known = new Map<string, Value | undefined>();

  constructor(
    private readonly table: SymbolTable,
    private readonly textOf: TextOf,
  ) {}

  source(file: string): Promise<Source | undefined> {
    let source = this.sources.get(file);
    if (source === undefined) {
      source = this.textOf(file).then((text) => (text === undefined ? undefined : { text, lines: new LineIndex(text) }));
      this.sources.set(file, source);
    }
    return source;
  }

  /** Returns the values of names as they are used in a file. */
  in(file: string, depth = 0): ValueOf {
    return async (path) => {
      const symbols = this.meant(path, file);
      const values = await Promise.all(symbols.map((symbol) => this.valueOf(symbol, depth)));
      return new Set(values).size === 1 ? values[0] : undefined;
    };
  }

  /** Returns the constants that a name may mean: those of the type in front of it, else those of the file, else all others. */
  private meant(path: readonly string[], file: string): readonly FiledSymbol[] {
    const name = path.at(-1) ?? '';
    const owner = path.at(-2);
    const all = this.table.named(name).filter(({ kind, file: where }) => constants.has(kind) && !isTest(where));
    if (owner === undefined) {
      const here = all.filter((one) => one.file === file);
      return here.length > 0 ? here : all;
    }
    const owned = all.filter(({ prefix }) => prefix.replaceAll('$', '').endsWith(`.${owner}#`));
    const whole = owned.filter(({ prefix }) => prefix.replaceAll('$', '') === `${path.slice(0, -1).join('.')}#`);
    if (whole.length > 0) return whole;
    const here = owned.filter((one) => one.file === file);
    return here.length > 0 ? here : owned;
  }

  private async valueOf(found: FiledSymbol, depth: number): Promise<Value | undefined> {
    const key = `${found.file} ${found.index}`;
    if (this.known.has(key)) return this.known.get(key);
    const value = await this.find(found, depth);
    this.known.set(key, value);
    return value;
  }

  private async find(found: FiledSymbol, depth: number): Promise<Value | undefined> {
    const symbol = this.table.unpack(found)?.symbol;
    if (symbol?.value !== undefined) return symbol.value;
    const source = depth < deepest && symbol !== undefined ? await this.source(found.file) : undefined;
    if (source === undefined || symbol === undefined) return undefined;
    const { text, lines } = source;
    const declared = text.slice(lines.offsetAt(symbol.nameRange.end), lines.offsetAt(symbol.range.end));
    const initial = initialiserOf(declared);
    return initial === undefined ? undefined : evaluate(initial, this.in(found.file, depth + 1));
  }
}

const constants: ReadonlySet<string> = new Set(['field', 'val']);

/** Returns the expression behind `=` of what follows a name in its declaration. */
function initialiserOf(declared: string): string | undefined {
  for (let at = 0; at < declared.length; at = endOfToken(declared, at)) {
    if (declared[at] === '=' && declared[at + 1] !== '>')
      return declared
        .slice(at + 1)
        .trim()
        .replace(/;$/, '');
  }
  return undefined;
}
