import { isTest } from '../../symbols/sourcePlace';
import type { LocatedSymbol } from '../../symbols/symbolTable';
import type { UseAnswer, UseTarget } from '../use';
import type { Hit } from './members';
import type { Meaning, Want } from './names';
import type { Resolver } from './resolver';

/** More candidates than this are none. */
const mostCandidates = 6;

/** What a use in a file refers to; undefined where that is nothing of the tree, or not known at all. */
export async function answerTo(target: UseTarget, file: string, resolver: Resolver): Promise<UseAnswer | undefined> {
  const isJava = file.endsWith('.java');
  switch (target.kind) {
    case 'term': {
      const { expression, counts } = target;
      const meaning = await resolver.values.meaning(expression, file, counts);
      if (meaning === 'local') return undefined;
      const isSet = target.isAssigned === true && meaning?.kind === 'members' && meaning.hits[0]?.member.kind === 'method';
      if (!isSet) return answerOf(meaning, expression.name, counts, resolver);
      const setter = await resolver.values.meaning({ ...expression, name: `${expression.name}_=` }, file, [1]);
      return setter === 'local' ? undefined : answerOf(setter, `${expression.name}_=`, [1], resolver);
    }
    case 'type':
      return answerOf(await resolver.typeMeaning(target.type, file), target.type.name.at(-1) ?? '', undefined, resolver);
    case 'import':
      return imported(target, { file, isJava }, resolver);
    default:
      return target satisfies never;
  }
}

async function imported(
  { path, isStatic, scope }: Extract<UseTarget, { kind: 'import' }>,
  { file, isJava }: Pick<Want, 'file' | 'isJava'>,
  resolver: Resolver,
): Promise<UseAnswer | undefined> {
  const name = path.at(-1) ?? '';
  if (path.length < 2) return undefined;
  const of = await resolver.path(path.slice(0, -1), scope, { file, isJava });
  if (of === undefined) return undefined;
  const found = new Map<string, LocatedSymbol>();
  let isSure = true;
  for (const space of isJava && !isStatic ? (['type'] as const) : (['type', 'term', 'method'] as const)) {
    const meaning = await resolver.select({ name, space, counts: undefined, file, isJava }, of);
    const answer = answerOf(meaning, name, undefined, resolver);
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
  resolver: Resolver,
): UseAnswer | undefined {
  switch (meaning?.kind) {
    case 'type': {
      const symbol = resolver.catalogue.typeSymbol(meaning.path);
      return symbol && { kind: 'certain', path: meaning.path, symbols: [symbol] };
    }
    case 'members': {
      const symbols = symbolsOf(meaning.hits);
      const [first] = symbols;
      // What is a parameter of a class alone is no symbol.
      if (first === undefined || symbols.length < meaning.hits.length) return undefined;
      return { kind: 'certain', path: first.symbol.path, symbols };
    }
    case 'uncertain': {
      const known = symbolsOf(meaning.hits);
      const symbols = known.length > 0 ? known : candidates(name, counts, resolver);
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

/** Everything in the tree's main sources that is called so. */
function candidates(name: string, counts: readonly number[] | undefined, { catalogue }: Resolver): readonly LocatedSymbol[] {
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
