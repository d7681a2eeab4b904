import { isTest } from '../../symbols/sourcePlace';
import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { UseAnswer, UseTarget } from '../use';
import type { Hit } from './members';
import type { Meaning } from './meaning';
import type { Place, Resolution } from './resolution';

/** The most candidates that are shown; a name with more of them has no answer. */
const mostCandidates = 6;

/** Returns what a use in a file refers to; undefined where that is nothing in the tree, or not known at all. */
export function answerTo(target: UseTarget, file: string, resolution: Resolution): UseAnswer | undefined {
  const isJava = file.endsWith('.java');
  switch (target.kind) {
    case 'term': {
      const { expression, counts } = target;
      const meaning = resolution.values.meaning(expression, file, counts);
      if (meaning === 'local') return undefined;
      const isSet = target.isAssigned === true && meaning?.kind === 'members' && meaning.hits[0]?.member.kind === 'method';
      if (!isSet) return answerOf(meaning, expression.name, counts, resolution);
      const setter = resolution.values.meaning({ ...expression, name: `${expression.name}_=` }, file, [1]);
      return setter === 'local' ? undefined : answerOf(setter, `${expression.name}_=`, [1], resolution);
    }
    case 'type':
      return answerOf(resolution.selection.typeMeaning(target.type, file), target.type.name.at(-1) ?? '', undefined, resolution);
    case 'import':
      return imported(target, { file, isJava }, resolution);
    default:
      return target satisfies never;
  }
}

function imported(
  { path, isStatic, scope }: Extract<UseTarget, { kind: 'import' }>,
  { file, isJava }: Place,
  resolution: Resolution,
): UseAnswer | undefined {
  const name = path.at(-1) ?? '';
  if (path.length < 2) return undefined;
  const of = resolution.selection.path(path.slice(0, -1), scope, { file, isJava });
  if (of === undefined) return undefined;
  const found = new Map<string, LocatedSymbol>();
  let isSure = true;
  for (const space of isJava && !isStatic ? (['type'] as const) : (['type', 'term', 'method'] as const)) {
    const meaning = resolution.selection.select({ name, space, counts: undefined, file, isJava }, of);
    const answer = answerOf(meaning, name, undefined, resolution);
    if (answer?.kind === 'possible') isSure = false;
    for (const one of answer?.symbols ?? []) found.set(`${one.symbol.path}(${one.symbol.parameters?.join() ?? ''}`, one);
  }
  const symbols = [...found.values()];
  const [first] = symbols;
  if (first === undefined) return undefined;
  const isOne = symbols.every(({ symbol }) => symbol.path === first.symbol.path);
  return isSure && isOne ? { kind: 'certain', path: first.symbol.path, symbols } : { kind: 'possible', symbols };
}

function answerOf(
  meaning: Meaning | undefined,
  name: string,
  counts: readonly number[] | undefined,
  resolution: Resolution,
): UseAnswer | undefined {
  switch (meaning?.kind) {
    case 'type': {
      const symbol = resolution.catalogue.typeSymbol(meaning.path);
      return symbol && { kind: 'certain', path: meaning.path, symbols: [symbol] };
    }
    case 'members': {
      const symbols = symbolsOf(meaning.hits);
      const [first] = symbols;
      // A plain parameter of a class, without `val` or `var`, is no symbol.
      if (first === undefined || symbols.length < meaning.hits.length) return undefined;
      return { kind: 'certain', path: first.symbol.path, symbols };
    }
    case 'uncertain': {
      const known = symbolsOf(meaning.hits);
      const symbols = known.length > 0 ? known : candidates(name, counts, resolution);
      return symbols.length === 0 || symbols.length > mostCandidates ? undefined : { kind: 'possible', symbols };
    }
    case 'variable':
    case 'package':
    case 'outside':
    case undefined:
      return undefined;
    default:
      return meaning satisfies never;
  }
}

/**
 * Returns the members of this name in the tree's main sources, without those that take fewer parameters than the arguments in the
 * call.
 */
function candidates(name: string, counts: readonly number[] | undefined, { catalogue }: Resolution): readonly LocatedSymbol[] {
  const [count] = counts ?? [];
  return catalogue.table.byName(name).filter(({ file, symbol }) => {
    const isMember = symbol.path.includes('#') && symbol.kind !== 'constructor';
    return (
      isMember && !isTest(file) && (count === undefined || symbol.parameters === undefined || symbol.parameters.length >= count)
    );
  });
}

function symbolsOf(hits: readonly Hit[]): LocatedSymbol[] {
  return hits.map(({ symbol }) => symbol).filter((symbol) => symbol !== undefined);
}
