import type { Draw, Part } from './draw';

const words = ['a1', 'b2', 'x', 'foo', 'as', 'end', 'enum', 'given', 'using', 'open', 'infix', 'then', 'inline', 'export', 'extension', 'opaque', 'derives', 'transparent'] as const; // prettier-ignore
const odd = [
  'é',
  'ünï',
  '日本',
  '$a',
  'a$',
  '_a',
  'λ',
  'π',
  'a_1',
  'Ω',
  '`type`',
  '`a b`',
  '`+`',
  '`{`',
  'String',
  'Tº',
  'ⅷ',
] as const;
const operators = ['+', '::', '!', '|>', '->', '<', '~>', '→', '∘', '&&', '/:', '#::', '%', '??', '\\/', '<|'] as const;

/** Draws names and types of Scala 2, by chapters 1 and 3 of its specification. */
export abstract class ScalaTypes {
  private count = 0;
  private depth = 0;

  constructor(protected readonly draw: Draw) {}

  protected abstract expression(): Part;

  /** Draws `make`, or where that would nest too deep, `plain`. */
  protected deeper(make: () => Part, plain: () => Part): Part {
    if (this.depth > 3) return plain();
    this.depth++;
    const part = make();
    this.depth--;
    return part;
  }

  /** Draws a name that no pattern takes for a reference. */
  protected name(): string {
    const { draw } = this;
    return draw.one(
      () => draw.of(words),
      () => draw.of(odd),
      () => `name${++this.count}`,
      () => `Name${++this.count}`,
    );
  }

  protected methodName(): string {
    const { draw } = this;
    return draw.one<string>(
      () => this.name(),
      () => draw.of(operators),
      () => draw.of(['foo_=', 'unary_!', 'a_+', 'apply', 'b_->', '`this`', '`def`', 'x_:']),
    );
  }

  protected newType(): string {
    return this.draw.of([`Type${++this.count}`, `Type${++this.count}`, 'Tÿpe', '::', '`a b`', 'Ünï', 'enum', 'open', '$', '->']);
  }

  protected typeName(): string {
    return this.draw.of(['A', 'String', 'Foo', 'Réf', '$T', '_T', 'T1', 'List', 'Int', '日本', '`type`', '::', 'open', 'Map']);
  }

  protected path(): Part {
    return this.draw.of<Part>([
      'A',
      ['a', '.', 'B'],
      ['scala', '.', 'collection', '.', 'Map'],
      ['Outer', '#', 'In'],
      'Ünï',
      ['`a b`', '.', 'C'],
    ]);
  }

  protected annotations(most = 2): Part {
    return this.draw.list(0, most, () => this.annotation());
  }

  protected annotation(): Part {
    const { draw } = this;
    return [
      '@',
      draw.of<Part>([
        'A',
        'deprecated',
        ['a', '.', 'b', '.', 'C'],
        ['throws', '[', 'E', ']'],
        ['A', '[', 'List', '[', '_', ']', ']'],
        'é',
      ]),
      draw.maybe(0.5, () => [
        '(',
        draw.list(
          0,
          2,
          () =>
            draw.one<Part>(
              () => this.expression(),
              () => ['x', '=', this.expression()],
            ),
          ',',
        ),
        ')',
      ]),
      draw.maybe(0.05, () => ['(', ')']),
    ];
  }

  protected type(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.simple(),
          () => this.simple(),
          () => [this.simple(), draw.of(['=>', '⇒']), this.simple()],
          () => ['(', this.type(), ',', this.byName(), ')', '=>', this.type()],
          () => ['(', ')', '=>', this.type()],
          () => [this.simple(), draw.of(['Or', '::', '|', '&', '\\/', '→', 'and']), this.simple()],
          () => [this.simple(), 'with', this.simple(), draw.maybe(0.3, () => this.refinement())],
          () => [this.simple(), this.refinement()],
          () => this.refinement(),
          () => [this.simple(), this.annotation()],
          () => ['List', '[', 'T', ']', 'forSome', '{', 'type', 'T', draw.maybe(0.5, () => ['<:', this.simple()]), '}'],
          () => [draw.of<Part>(['a', ['a', '.', 'b'], 'this', ['A', '.', 'this']]), '.', 'type'],
        ),
      () => this.typeName(),
    );
  }

  private byName(): Part {
    return [this.draw.maybe(0.3, () => '=>'), this.simple()];
  }

  protected simple(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.typeName(),
          () => this.path(),
          () => [this.path(), '[', draw.list(1, 2, () => this.argument(), ','), ']'],
          () => ['(', this.type(), ')'],
          () => ['(', this.type(), ',', this.type(), ')'],
          () => ['(', '{', 'type', 'L', '[', 'X', ']', '=', 'Map', '[', 'X', ',', 'Int', ']', '}', ')', '#', 'L'],
          () => ['(', this.simple(), this.annotation(), ')'],
        ),
      () => this.typeName(),
    );
  }

  private argument(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => this.type(),
      () => ['_', draw.maybe(0.4, () => [draw.of(['<:', '>:']), this.simple()])],
    );
  }

  private refinement(): Part {
    const { draw } = this;
    const member = (): Part =>
      draw.one<Part>(
        () => ['def', 'no', ':', 'Int'],
        () => ['type', 'No', draw.maybe(0.5, () => ['=', 'Int'])],
        () => ['def', 'no', '(', 'x', ':', this.simple(), ')', ':', 'Int'],
      );
    return ['{', draw.list(0, 2, member, ';'), '}'];
  }

  /** Draws type parameters such as `[@a +A <: B >: C <% D : E]`. */
  protected typeParameters(mayVary: boolean): Part {
    const { draw } = this;
    const parameter = (): Part => [
      draw.maybe(0.2, () => this.annotation()),
      draw.maybe(mayVary ? 0.3 : 0, () => draw.of(['+', '-'])),
      draw.of(['A', 'T', 'F', 'Ünï', '日本', 'enum']),
      draw.maybe(0.2, () => ['[', draw.of<Part>(['_', 'X', ['_', ',', '_'], ['X', '<:', 'A']]), ']']),
      draw.maybe(0.2, () => ['>:', this.simple()]),
      draw.maybe(0.3, () => ['<:', this.simple()]),
      draw.maybe(mayVary ? 0 : 0.1, () => ['<%', this.simple()]),
      draw.maybe(mayVary ? 0 : 0.3, () => [':', draw.of<Part>(['Ordering', ['a', '.', 'Tag']])]),
    ];
    return ['[', draw.list(1, 3, parameter, ','), ']'];
  }
}
