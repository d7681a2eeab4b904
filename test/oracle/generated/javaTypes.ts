import type { Draw, Part } from './draw';

/** The words that are keywords in some places only, and names in all others: JLS 3.9. */
const contextual = [
  'sealed', 'record', 'permits', 'yield', 'var', 'when', 'module', 'with', 'open', 'opens', 'requires', 'exports', 'to', 'uses',
  'provides', 'transitive', 'non',
] as const; // prettier-ignore
const odd = [
  'é',
  'Ünï',
  '日本',
  '$',
  '$a',
  '_a',
  'a_',
  'ǅx',
  'a1$b',
  'π',
  'ª',
  'x\u0301',
  'String',
  'T',
  'i',
  '𝒜b',
  'Ⅷ',
] as const;
const strings = [
  '"a > b"', '"}"', '"{"', '"/*"', '"//"', '"\\""', '"\\\\"', '""', '"class X {"', '"@A("', '")"', '"\\u0041"', '"\'"', '"a" + "b"',
  '"""\n  } text "quoted" \\""" { \\\n  """', '"""\n"""',
] as const; // prettier-ignore
const characters = ["'\"'", "'\\''", "'{'", "'}'", "'\\u0041'", "'\\\\'", "'('", "'\\177'", "'@'", "' '"] as const;
const numbers = ['0', '1', '0xFF_FFL', '1e10', '.5f', '1.', '0b1', '07', '0x1.8p1', '1_000', '2d'] as const;

/** Draws names, annotations and types of Java, by chapters 3, 4 and 9.7 of its specification (JLS 21). */
export abstract class JavaTypes {
  private count = 0;
  private depth = 0;

  constructor(protected readonly draw: Draw) {}

  protected abstract lambda(): Part;

  /** Draws `make`, or where that would nest too deep, `plain`. */
  protected deeper(make: () => Part, plain: () => Part): Part {
    if (this.depth > 3) return plain();
    this.depth++;
    const part = make();
    this.depth--;
    return part;
  }

  protected name(): string {
    const { draw } = this;
    return draw.one(
      () => draw.of(contextual),
      () => draw.of(odd),
      () => `name${++this.count}`,
      () => `n${++this.count}`,
    );
  }

  protected typeIdentifier(): string {
    return this.draw.of([
      'A',
      'String',
      'Foo',
      'Réf',
      '$T',
      '_T',
      'T1',
      'List',
      'Outer',
      'Map',
      'when',
      'with',
      'module',
      'open',
    ]);
  }

  protected newType(): string {
    return this.draw.of([
      `Type${++this.count}`,
      `Type${++this.count}`,
      'Tÿpe',
      '$',
      'with',
      'when',
      'module',
      'non',
      'Ünï',
      'open',
      'to',
    ]);
  }

  protected literal(): Part {
    const { draw } = this;
    return draw.one(
      () => draw.of(strings),
      () => draw.of(characters),
      () => draw.of(numbers),
      () => draw.of(['true', 'null', 'String.class', 'int[].class', 'A.B']),
    );
  }

  protected annotations(most = 2): Part {
    return this.draw.list(0, most, () => this.annotation());
  }

  protected annotation(): Part {
    const { draw } = this;
    const name = draw.of<Part>(['A', 'B', 'Size', ['a', '.', 'b', '.', 'C'], ['Outer', '.', 'In'], 'when', 'with', 'Ünï', '$']);
    return ['@', name, draw.maybe(0.6, () => ['(', this.annotationArguments(), ')'])];
  }

  private annotationArguments(): Part {
    const { draw } = this;
    const pair = (): Part => [
      draw.of(['value', 'max', 'record', 'with', 'é', 'sealed', 'yield', 'when']),
      '=',
      this.elementValue(),
    ];
    return draw.one<Part>(
      () => [],
      () => this.elementValue(),
      () => draw.list(1, 3, pair, ','),
    );
  }

  protected elementValue(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.literal(),
          () => this.literal(),
          () => this.annotation(),
          () => ['{', draw.list(0, 3, () => this.elementValue(), ','), '}'],
          () => ['{', this.elementValue(), ',', '}'],
          () => ['1', draw.of(['<', '>', '<=', '>>', '>>>', '<<', '+', '==', '&', '-', '/']), '2'],
          () => ['(', 'a', '<', 'b', ')', '?', this.literal(), ':', this.literal()],
          () => ['(', this.type(), ')', this.literal()],
        ),
      () => this.literal(),
    );
  }

  /** Draws a type with its annotations. */
  protected type(): Part {
    const { draw } = this;
    return [this.annotations(1), this.unannotated(), draw.maybe(0.25, () => this.dimensions())];
  }

  protected unannotated(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => draw.of(['int', 'boolean', 'byte', 'long', 'double', 'char', 'short', 'float']),
      () => this.typeIdentifier(),
      () => this.classType(),
      () => this.classType(),
    );
  }

  /** Draws a type such as `java.util.@A Map<K, @B V>.@C(1) Entry`. */
  protected classType(): Part {
    const { draw } = this;
    return [
      draw.maybe(0.15, () => ['java', '.', draw.of(['util', 'module', 'record', 'with']), '.', this.annotations(1)]),
      this.typeIdentifier(),
      draw.maybe(0.6, () => this.typeArguments()),
      draw.maybe(0.2, () => ['.', this.annotations(1), this.typeIdentifier(), draw.maybe(0.5, () => this.typeArguments())]),
    ];
  }

  protected typeArguments(): Part {
    const { draw } = this;
    return this.deeper(
      () => ['<', draw.list(1, 3, () => this.typeArgument(), ','), '>'],
      () => ['<', 'T', '>'],
    );
  }

  private typeArgument(): Part {
    const { draw } = this;
    const reference = (): Part => [this.annotations(1), this.classType(), draw.maybe(0.15, () => this.dimensions())];
    return draw.one<Part>(
      reference,
      reference,
      () => [this.annotations(1), 'int', this.dimensions()],
      () => [this.annotations(1), '?', draw.maybe(0.7, () => [draw.of(['extends', 'super']), reference()])],
    );
  }

  /** Draws brackets such as `@A(1) [] @B []`. */
  protected dimensions(): Part {
    return this.draw.list(1, 2, () => [this.annotations(1), '[', ']']);
  }

  protected typeParameters(): Part {
    const { draw } = this;
    const bound = (): Part => [this.annotations(1), this.classType()];
    const parameter = (): Part => [
      this.annotations(1),
      draw.of(['T', 'E', 'K', 'Ünï', 'when', '$']),
      draw.maybe(0.6, () => ['extends', bound(), draw.maybe(0.3, () => ['&', bound()])]),
    ];
    return ['<', draw.list(1, 3, parameter, ','), '>'];
  }
}
