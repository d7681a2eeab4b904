import type { Expression, NameExpression, SelectExpression } from '../expression';
import { elementOf, libraryMember } from './collections';
import { fits, type Hit } from './members';
import type { Enclosing } from './enclosing';
import type { Meaning } from './meaning';
import type { ExpressionTypes, Resolution } from './resolution';
import { substitute, unknown, type Type } from './type';

/** The length of chains of names, calls and inferred types beyond which the type stays unknown. */
const deepest = 24;

/** Finds the types of expressions. */
export class Values implements ExpressionTypes {
  constructor(
    private readonly resolution: Resolution,
    private readonly enclosing: Enclosing,
  ) {}

  typeOf(expression: Expression, file: string, depth = 0): Type {
    if (depth > deepest) return unknown;
    switch (expression.kind) {
      case 'name':
      case 'select':
        return this.valueOf(this.meaning(expression, file, undefined, depth), expression, [], file, depth);
      case 'call':
        return this.called(expression, file, depth);
      case 'typed':
        return this.resolution.writtenType(expression.type, file);
      case 'this':
        return this.enclosing.thisType(expression.scope, expression.qualifier, file);
      case 'super':
        return this.enclosing.superType(expression.scope, expression.qualifier, file);
      case 'element':
        return this.element(this.typeOf(expression.of, file, depth + 1), depth);
      case 'part': {
        const whole = this.typeOf(expression.of, file, depth + 1);
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

  meaning(
    expression: NameExpression | SelectExpression,
    file: string,
    counts: readonly number[] | undefined,
    depth = 0,
  ): Meaning | 'local' | undefined {
    if (depth > deepest) return { kind: 'uncertain', hits: [] };
    const isJava = file.endsWith('.java');
    const { name, space } = expression;
    const want = { name, counts, file, isJava };
    if (expression.kind === 'name') {
      const { local } = expression;
      if (local !== undefined) {
        for (const parent of local.crossed) {
          const type = this.resolution.writtenType(parent, file);
          const within = { ...want, space: space === 'method' ? 'method' : 'term', isBelow: true } as const;
          const found = this.resolution.lookup.ofType(within, type);
          if (found !== undefined) return found;
        }
        return 'local';
      }
      if (space !== 'qualifier')
        return this.resolution.lookup.lookUp(
          { ...want, space: space === 'type' ? 'type' : space === 'method' ? 'method' : 'term' },
          expression.scope,
        );
      const variable = this.resolution.lookup.lookUp({ ...want, space: 'term' }, expression.scope);
      return variable ?? { kind: 'package', name };
    }
    const of = this.typeOf(expression.of, file, depth + 1);
    return this.resolution.selection.select(
      { ...want, space: space === 'type' ? 'type' : space === 'method' ? 'method' : 'term' },
      of,
    );
  }

  memberType({ member, owner, by }: Hit, depth = 0): Type {
    const entry = this.resolution.catalogue.type(owner);
    if (entry === undefined) return unknown;
    return substitute(this.typeOf(member.type, entry.file, depth + 1), by);
  }

  private called(call: Extract<Expression, { kind: 'call' }>, file: string, depth: number): Type {
    const counts: number[] = [];
    let base: Expression = call;
    for (; base.kind === 'call'; base = base.callee) counts.unshift(base.count);
    if (base.kind !== 'name' && base.kind !== 'select')
      return this.applied(this.typeOf(base, file, depth + 1), counts, file, depth);
    const meaning = this.meaning(base, file, counts, depth + 1);
    return this.valueOf(meaning, base, counts, file, depth);
  }

  /** Returns the type of what a name means, called with argument lists of these lengths. */
  private valueOf(
    meaning: Meaning | 'local' | undefined,
    expression: NameExpression | SelectExpression,
    counts: readonly number[],
    file: string,
    depth: number,
  ): Type {
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
        const of = this.typeOf(expression.of, file, depth + 1);
        return this.applied(libraryMember(of, expression.name, counts[0]), counts.slice(1), file, depth);
      }
      case 'uncertain':
      case 'variable':
        return unknown;
      default:
        return meaning satisfies never;
    }
  }

  private local(expression: NameExpression | SelectExpression, counts: readonly number[], file: string, depth: number): Type {
    if (expression.kind !== 'name' || expression.local === undefined) return unknown;
    const { binding } = expression.local;
    switch (binding.kind) {
      case 'value':
        return this.applied(this.typeOf(binding.value, file, depth + 1), counts, file, depth);
      case 'method':
        return counts.length > 1 ? unknown : this.typeOf(binding.result, file, depth + 1);
      default:
        return binding satisfies never;
    }
  }

  private membersValue(hits: readonly Hit[], counts: readonly number[], file: string, depth: number): Type {
    const fitting = hits.filter(({ member }) => fits(member, counts));
    const [first, ...others] = fitting;
    if (first === undefined) return unknown;
    const type = this.memberType(first, depth);
    for (const other of others) if (JSON.stringify(this.memberType(other, depth)) !== JSON.stringify(type)) return unknown;
    const { kind, lists } = first.member;
    const taken = kind === 'method' ? lists.filter(({ isImplicit }) => !isImplicit).length : 0;
    return this.applied(type, counts.slice(taken), file, depth);
  }

  /** Returns the type that calling a value with these argument lists gives: the result of its `apply`. */
  private applied(type: Type, counts: readonly number[], file: string, depth: number): Type {
    const [count] = counts;
    if (count === undefined || depth > deepest) return type;
    if (file.endsWith('.java')) return unknown;
    if (type.kind === 'static') {
      const entry = this.resolution.catalogue.type(type.path);
      return entry?.header.isCase === true ? { kind: 'instance', path: type.path, args: [] } : unknown;
    }
    if (type.kind === 'outside' || type.kind === 'array')
      return this.applied(libraryMember(type, 'apply', count), counts.slice(1), file, depth + 1);
    if (type.kind !== 'instance') return unknown;
    const found = this.resolution.lookup.ofType({ name: 'apply', space: 'term', counts, file, isJava: false }, type);
    if (found?.kind === 'members') return this.membersValue(found.hits, counts, file, depth + 1);
    if (found !== undefined || !type.path.endsWith('$')) return unknown;
    const entry = this.resolution.catalogue.type(type.path.slice(0, -1));
    return entry?.header.isCase === true && counts.length === 1
      ? { kind: 'instance', path: entry.header.path, args: [] }
      : unknown;
  }

  private component({ type, index }: Extract<Expression, { kind: 'component' }>, file: string, depth: number): Type {
    const meaning = this.meaning(type, file, undefined, depth + 1);
    if (meaning === 'local') return unknown;
    if (meaning?.kind === 'outside' || meaning === undefined) return unknown;
    const path = meaning.kind === 'type' ? meaning.path.replace(/\$$/, '') : undefined;
    const entry = path === undefined ? undefined : this.resolution.catalogue.type(path);
    if (entry?.header.isCase !== true || entry.header.parameters.length > 0) return unknown;
    const written = entry.header.members.find(({ kind }) => kind === 'constructor')?.lists[0]?.types?.[index];
    return written === undefined ? unknown : this.resolution.writtenType(written, entry.file);
  }

  private element(type: Type, depth: number): Type {
    if (type.kind !== 'instance' || depth > deepest) return elementOf(type);
    const entry = this.resolution.catalogue.type(type.path);
    if (entry === undefined) return unknown;
    const { outside } = this.resolution.ancestry.hierarchy(entry, type.args);
    const elements = outside.map((one) => elementOf(one.type)).filter(({ kind }) => kind !== 'unknown');
    return elements.length === 1 && elements[0] !== undefined ? elements[0] : unknown;
  }
}
