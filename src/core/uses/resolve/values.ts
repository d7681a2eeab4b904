import type { Expression, NameExpression, SelectExpression } from '../expression';
import { elementOf, libraryMember } from './collections';
import { fits, type Hit } from './members';
import type { Meaning } from './names';
import type { Resolver } from './resolver';
import { substitute, unknown, type Type } from './type';

/** Longer chains of names, calls and inferred types are not followed. */
const deepest = 24;

/** Tells the types of expressions. */
export class Values {
  constructor(private readonly resolver: Resolver) {}

  /** `file`: in which the expression stands. */
  async typeOf(expression: Expression, file: string, depth = 0): Promise<Type> {
    if (depth > deepest) return unknown;
    switch (expression.kind) {
      case 'name':
      case 'select':
        return this.valueOf(await this.meaning(expression, file, undefined, depth), expression, [], file, depth);
      case 'call':
        return this.called(expression, file, depth);
      case 'typed':
        return this.resolver.types.type(expression.type, file);
      case 'this':
        return this.resolver.thisType(expression.scope, expression.qualifier, file);
      case 'super':
        return this.resolver.superType(expression.scope, expression.qualifier, file);
      case 'element':
        return this.element(await this.typeOf(expression.of, file, depth + 1), depth);
      case 'part': {
        const whole = await this.typeOf(expression.of, file, depth + 1);
        return whole.kind === 'tuple' ? (whole.parts[expression.index] ?? unknown) : unknown;
      }
      case 'component':
        return this.component(expression, file, depth);
      case 'opaque':
        return unknown;
      default:
        return expression satisfies never;
    }
  }

  /** What a name or a selection means; undefined where nothing of the tree has the name. */
  async meaning(
    expression: NameExpression | SelectExpression,
    file: string,
    counts: readonly number[] | undefined,
    depth = 0,
  ): Promise<Meaning | 'local' | undefined> {
    if (depth > deepest) return { kind: 'uncertain', hits: [] };
    const isJava = file.endsWith('.java');
    const { name, space } = expression;
    const want = { name, counts, file, isJava };
    if (expression.kind === 'name') {
      const { local } = expression;
      if (local !== undefined) {
        for (const parent of local.crossed) {
          const type = await this.resolver.types.type(parent, file);
          const within = { ...want, space: space === 'method' ? 'method' : 'term', isBelow: true } as const;
          const found = await this.resolver.names.ofType(within, type);
          if (found !== undefined) return found;
        }
        return 'local';
      }
      if (space !== 'qualifier')
        return this.resolver.names.lookUp(
          { ...want, space: space === 'type' ? 'type' : space === 'method' ? 'method' : 'term' },
          expression.scope,
        );
      const variable = await this.resolver.names.lookUp({ ...want, space: 'term' }, expression.scope);
      return variable ?? { kind: 'package', name };
    }
    const of = await this.typeOf(expression.of, file, depth + 1);
    return this.resolver.select({ ...want, space: space === 'type' ? 'type' : space === 'method' ? 'method' : 'term' }, of);
  }

  /** The type of a member, seen through the type arguments of what it was found in. */
  async memberType({ member, owner, by }: Hit, depth = 0): Promise<Type> {
    const entry = await this.resolver.catalogue.type(owner);
    if (entry === undefined) return unknown;
    return substitute(await this.typeOf(member.type, entry.file, depth + 1), by);
  }

  private async called(call: Extract<Expression, { kind: 'call' }>, file: string, depth: number): Promise<Type> {
    const counts: number[] = [];
    let base: Expression = call;
    for (; base.kind === 'call'; base = base.callee) counts.unshift(base.count);
    if (base.kind !== 'name' && base.kind !== 'select')
      return this.applied(await this.typeOf(base, file, depth + 1), counts, file, depth);
    const meaning = await this.meaning(base, file, counts, depth + 1);
    return this.valueOf(meaning, base, counts, file, depth);
  }

  /** The type of what a name means, called with these arguments. */
  private async valueOf(
    meaning: Meaning | 'local' | undefined,
    expression: NameExpression | SelectExpression,
    counts: readonly number[],
    file: string,
    depth: number,
  ): Promise<Type> {
    if (meaning === 'local') return this.local(expression, counts, file, depth);
    switch (meaning?.kind) {
      case 'type': {
        const isObject = meaning.path.endsWith('$');
        const type: Type =
          isObject && !file.endsWith('.java')
            ? { kind: 'instance', path: meaning.path, args: [] }
            : { kind: 'static', path: meaning.path };
        return counts.length === 0 ? type : this.applied(type, counts, file, depth);
      }
      case 'members':
        return this.membersValue(meaning.hits, counts, file, depth);
      case 'package':
        return { kind: 'package', name: meaning.name };
      case 'outside':
        return counts.length === 0 ? { kind: 'outside', name: meaning.name, args: [] } : unknown;
      case undefined: {
        if (expression.kind !== 'select') return unknown;
        const of = await this.typeOf(expression.of, file, depth + 1);
        return this.applied(libraryMember(of, expression.name, counts[0]), counts.slice(1), file, depth);
      }
      case 'uncertain':
      case 'variable':
        return unknown;
      default:
        return meaning satisfies never;
    }
  }

  private async local(
    { ...expression }: NameExpression | SelectExpression,
    counts: readonly number[],
    file: string,
    depth: number,
  ): Promise<Type> {
    if (expression.kind !== 'name' || expression.local === undefined) return unknown;
    const { binding } = expression.local;
    switch (binding.kind) {
      case 'value':
        return this.applied(await this.typeOf(binding.value, file, depth + 1), counts, file, depth);
      case 'method':
        return counts.length > 1 ? unknown : this.typeOf(binding.result, file, depth + 1);
      default:
        return binding satisfies never;
    }
  }

  private async membersValue(hits: readonly Hit[], counts: readonly number[], file: string, depth: number): Promise<Type> {
    const fitting = hits.filter(({ member }) => fits(member, counts));
    const [first, ...others] = fitting;
    if (first === undefined) return unknown;
    const type = await this.memberType(first, depth);
    for (const other of others) if (JSON.stringify(await this.memberType(other, depth)) !== JSON.stringify(type)) return unknown;
    const { kind, lists } = first.member;
    const taken = kind === 'method' ? lists.filter(({ isImplicit }) => !isImplicit).length : 0;
    return this.applied(type, counts.slice(taken), file, depth);
  }

  /** The type of a value that is called: of what its `apply` gives. */
  private async applied(type: Type, counts: readonly number[], file: string, depth: number): Promise<Type> {
    const [count] = counts;
    if (count === undefined || depth > deepest) return type;
    if (file.endsWith('.java')) return unknown;
    if (type.kind === 'static') {
      const entry = await this.resolver.catalogue.type(type.path);
      return entry?.header.isCase === true ? { kind: 'instance', path: type.path, args: [] } : unknown;
    }
    if (type.kind === 'outside' || type.kind === 'array')
      return this.applied(libraryMember(type, 'apply', count), counts.slice(1), file, depth + 1);
    if (type.kind !== 'instance') return unknown;
    const found = await this.resolver.names.ofType({ name: 'apply', space: 'term', counts, file, isJava: false }, type);
    if (found?.kind === 'members') return this.membersValue(found.hits, counts, file, depth + 1);
    if (found !== undefined || !type.path.endsWith('$')) return unknown;
    const entry = await this.resolver.catalogue.type(type.path.slice(0, -1));
    return entry?.header.isCase === true && counts.length === 1
      ? { kind: 'instance', path: entry.header.path, args: [] }
      : unknown;
  }

  private async component(
    { type, index }: Extract<Expression, { kind: 'component' }>,
    file: string,
    depth: number,
  ): Promise<Type> {
    const meaning = await this.meaning(type, file, undefined, depth + 1);
    if (meaning === 'local') return unknown;
    if (meaning?.kind === 'outside' || meaning === undefined) return unknown;
    const path = meaning.kind === 'type' ? meaning.path.replace(/\$$/, '') : undefined;
    const entry = path === undefined ? undefined : await this.resolver.catalogue.type(path);
    if (entry?.header.isCase !== true || entry.header.parameters.length > 0) return unknown;
    const written = entry.header.members.find(({ kind }) => kind === 'constructor')?.lists[0]?.types?.[index];
    return written === undefined ? unknown : this.resolver.types.type(written, entry.file);
  }

  private async element(type: Type, depth: number): Promise<Type> {
    if (type.kind !== 'instance' || depth > deepest) return elementOf(type);
    const entry = await this.resolver.catalogue.type(type.path);
    if (entry === undefined) return unknown;
    const { outside } = await this.resolver.hierarchy(entry, type.args);
    const elements = outside.map((one) => elementOf(one.type)).filter(({ kind }) => kind !== 'unknown');
    return elements.length === 1 && elements[0] !== undefined ? elements[0] : unknown;
  }
}
