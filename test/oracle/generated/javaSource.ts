import { tokensOf, type Draw, type Part } from './draw';
import { lineEnd, written, type Gaps } from './gaps';
import { JavaExpressions } from './javaExpressions';

const word = /[\p{L}\p{M}\p{N}\p{Sc}_]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}\p{Sc}_]/u;
const sign = /[-+*/=!&|^%~?:<>.]/;
const angles = new Set(['<', '>', '?']);

const gaps: Gaps = {
  comments: [
    '/* c */',
    '/** Doc. */',
    '/**/',
    '/***/',
    '/* } ; { */',
    '/* " */',
    "/*' class No { */",
    '/* /* */',
    '/* \n * @A( */',
  ],
  mayEndLine: () => true,
  needSpace: (before, after) => {
    if (word.test(before) && wordStart.test(after)) return true;
    if (angles.has(before) && angles.has(after)) return false;
    return sign.test(before.at(-1) ?? '') && sign.test(after.charAt(0));
  },
  lineEnds: ['\n', '\n', '\r\n', '\r'],
};

/** Draws a Java file with odd but legal declarations, most of them between plain ones. */
export function javaSource(draw: Draw): string {
  return written(tokensOf(new JavaDeclarations(draw).file()), gaps, draw);
}

/** Draws declarations by chapters 7 to 9 of Java's specification. */
class JavaDeclarations extends JavaExpressions {
  private witnesses = 0;

  file(): Part {
    const { draw } = this;
    return [
      draw.maybe(0.8, () => [draw.maybe(0.1, () => this.annotation()), 'package', draw.of<Part>(['p', ['a', '.', 'record'], ['with', '.', 'module']]), ';']),
      draw.maybe(0.3, () => ['import', draw.maybe(0.3, () => 'static'), 'a', '.', draw.of(['B', 'record', 'sealed', '*']), ';', draw.maybe(0.1, () => ';')]),
      lineEnd,
      draw.list(1, 2, () => [this.type_(false), lineEnd]),
      'interface', 'Last', '{', 'int', 'last', '(', ')', ';', '}', lineEnd,
    ]; // prettier-ignore
  }

  /** Draws anything that declares a type. */
  private type_(isMember = true): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one(
          () => this.class(isMember),
          () => this.class(isMember),
          () => this.interface(),
          () => this.enum(),
          () => this.record(),
          () => this.annotationType(),
        ),
      () => ['class', this.newType(), '{', '}'],
    );
  }

  protected localType(): Part {
    const { draw } = this;
    return this.deeper(
      () => [
        draw.maybe(0.2, () => this.annotation()),
        draw.one<Part>(
          () => ['class', 'Local', draw.maybe(0.3, () => this.typeParameters()), this.classBody()],
          () => ['final', 'class', 'Local', this.classBody()],
          () => ['interface', 'Local', '{', 'void', 'no', '(', ')', ';', '}'],
          () => ['enum', 'Local', '{', 'NO', ',', 'record', ';', 'int', 'no', ';', '}'],
          () => ['record', 'Local', '(', 'int', 'no', ')', '{', 'static', 'int', 'x', ';', '}'],
        ),
      ],
      () => ['class', 'Local', '{', 'int', 'no', ';', '}'],
    );
  }

  /** Draws modifiers and annotations in any order, at most one of each group. */
  private modifiers(...groups: readonly (readonly [string, ...string[]])[]): Part {
    const { draw } = this;
    const words = groups.filter(() => draw.chance(0.3)).map((group) => draw.of(group));
    if (draw.chance(0.3)) words.reverse();
    return [this.annotations(1), words.map((word) => [word, draw.maybe(0.2, () => this.annotation())])];
  }

  private class(isMember: boolean): Part {
    const { draw } = this;
    return [
      this.modifiers(['public'], ['abstract', 'final', 'sealed', 'non-sealed'], ['strictfp'], isMember ? ['static'] : ['public']),
      'class', this.newType(),
      draw.maybe(0.3, () => this.typeParameters()),
      draw.maybe(0.4, () => ['extends', this.annotations(1), this.classType()]),
      draw.maybe(0.3, () => ['implements', this.types()]),
      draw.maybe(0.15, () => ['permits', draw.list(1, 2, () => [this.annotations(1), this.typeIdentifier()], ',')]),
      this.classBody(),
    ]; // prettier-ignore
  }

  private interface(): Part {
    const { draw } = this;
    return [
      this.modifiers(['public'], ['abstract'], ['strictfp'], ['sealed', 'non-sealed']),
      'interface', this.newType(),
      draw.maybe(0.3, () => this.typeParameters()),
      draw.maybe(0.4, () => ['extends', this.types()]),
      draw.maybe(0.15, () => ['permits', 'A', ',', 'a', '.', 'B']),
      '{', this.witness(), draw.list(0, 3, () => draw.one(() => this.method('interface'), () => this.field(), () => this.type_())), this.witness(), '}',
    ]; // prettier-ignore
  }

  private enum(): Part {
    const { draw } = this;
    const constant = (): Part => [
      this.annotations(1),
      this.name(),
      draw.maybe(0.4, () => ['(', draw.list(0, 2, () => this.expression(), ','), ')']),
      draw.maybe(0.3, () => this.classBody()),
    ];
    return [
      this.modifiers(['public'], ['strictfp']),
      'enum', this.newType(),
      draw.maybe(0.3, () => ['implements', this.types()]),
      '{', draw.list(0, 4, constant, ','), draw.maybe(0.2, () => ','),
      draw.maybe(0.6, () => [';', draw.list(0, 3, () => this.member())]),
      '}',
    ]; // prettier-ignore
  }

  private record(): Part {
    const { draw } = this;
    const name = this.newType();
    const component = (): Part => [this.annotations(), this.unannotated(), draw.maybe(0.2, () => this.dimensions()), this.name()];
    const compact = (): Part => [this.annotations(1), draw.maybe(0.5, () => 'public'), name, this.block()];
    return [
      this.modifiers(['public'], ['final']),
      'record', name,
      draw.maybe(0.3, () => this.typeParameters()),
      '(', draw.list(0, 3, component, ','), ')',
      draw.maybe(0.3, () => ['implements', this.types()]),
      '{', draw.maybe(0.4, compact), draw.list(0, 2, () => draw.one(() => this.method('class'), () => ['static', 'final', this.unannotated(), this.name(), '=', this.expression(), ';'], () => this.type_())), this.witness('static'), '}',
    ]; // prettier-ignore
  }

  private annotationType(): Part {
    const { draw } = this;
    const element = (): Part => [
      draw.maybe(0.3, () => 'public'), this.annotations(1), this.unannotated(), draw.maybe(0.2, () => ['[', ']']), this.name(), '(', ')',
      draw.maybe(0.6, () => ['default', this.elementValue()]), ';',
    ]; // prettier-ignore
    return [
      this.modifiers(['public'], ['strictfp']),
      '@', 'interface', this.newType(),
      '{', draw.list(0, 3, () => draw.one(element, element, () => this.field(), () => this.enum())), '}',
    ]; // prettier-ignore
  }

  private types(): Part {
    return this.draw.list(1, 2, () => [this.annotations(1), this.classType()], ',');
  }

  protected classBody(): Part {
    return ['{', this.witness(), this.draw.list(0, 3, () => this.member()), this.witness(), '}'];
  }

  /** Draws a plain field beside the odd ones: it is lost where these are misunderstood. */
  private witness(modifier: Part = []): Part {
    return [lineEnd, modifier, 'int', `witness${++this.witnesses}`, '=', '0', ';', lineEnd];
  }

  private member(): Part {
    const { draw } = this;
    return this.deeper(
      () => [
        draw.one<Part>(
          () => this.field(),
          () => this.field(),
          () => this.method('class'),
          () => this.method('class'),
          () => this.constructor_(),
          () => [draw.maybe(0.5, () => 'static'), this.block()],
          () => this.type_(),
          () => ';',
        ),
        draw.maybe(0.5, () => lineEnd),
      ],
      () => ['int', this.name(), ';'],
    );
  }

  private field(): Part {
    const { draw } = this;
    const declarator = (): Part => [
      this.name(),
      draw.maybe(0.15, () => this.dimensions()),
      draw.maybe(0.6, () => [
        '=',
        draw.one<Part>(
          () => this.expression(),
          () => this.expression(),
          () => this.arrayInitialiser(),
        ),
      ]),
    ];
    return [
      this.modifiers(['public', 'private'], ['static'], ['final', 'volatile'], ['transient']),
      this.unannotated(),
      draw.maybe(0.2, () => this.dimensions()),
      draw.list(1, 3, declarator, ','),
      ';',
    ];
  }

  private arrayInitialiser(): Part {
    const { draw } = this;
    return ['{', draw.list(0, 2, () => this.expression(), ','), draw.maybe(0.2, () => ','), '}'];
  }

  private method(container: 'class' | 'interface'): Part {
    const { draw } = this;
    const noBody = draw.chance(0.4);
    const modifiers = (): Part => {
      if (container === 'interface')
        return noBody
          ? this.modifiers(['public'], ['abstract'])
          : [this.annotations(1), draw.of(['default', 'static', 'private'])];
      const access = ['public', 'protected', 'private'] as const;
      return noBody
        ? [this.modifiers(access), draw.of(['abstract', 'native'])]
        : this.modifiers(access, ['static', 'final'], ['synchronized'], ['strictfp']);
    };
    return [
      modifiers(),
      draw.maybe(0.3, () => [this.typeParameters(), this.annotations(1)]),
      draw.one<Part>(() => 'void', () => [this.unannotated(), draw.maybe(0.2, () => this.dimensions())]),
      this.name(),
      this.parameters(),
      draw.maybe(0.05, () => ['[', ']']),
      this.throws(),
      noBody ? ';' : this.block(),
    ]; // prettier-ignore
  }

  private constructor_(): Part {
    const { draw } = this;
    return [
      this.modifiers(['public', 'private', 'protected']),
      draw.maybe(0.2, () => this.typeParameters()),
      draw.of(['Type1', 'with', 'Any']),
      this.parameters(),
      this.throws(),
      draw.one<Part>(
        () => this.block(),
        () => ['{', 'this', '(', this.expression(), ')', ';', '}'],
        () => ['{', '<', 'T', '>', 'super', '(', ')', ';', '}'],
      ),
    ];
  }

  private throws(): Part {
    return this.draw.maybe(0.25, () => [
      'throws',
      this.draw.list(1, 2, () => [this.annotations(1), this.draw.of<Part>(['E', ['a', '.', 'E']])], ','),
    ]);
  }

  private parameters(): Part {
    const { draw } = this;
    const parameter = (): Part => [
      draw.list(0, 2, () =>
        draw.one<Part>(
          () => 'final',
          () => this.annotation(),
        ),
      ),
      this.unannotated(),
      draw.maybe(0.2, () => this.dimensions()),
      this.name(),
      draw.maybe(0.1, () => this.dimensions()),
    ];
    const varargs = (): Part => [draw.maybe(0.2, () => 'final'), this.type(), this.annotations(1), '...', this.name()];
    const receiver = (): Part => [this.annotations(1), this.classType(), draw.maybe(0.2, () => ['Outer', '.']), 'this'];
    const lists = draw.one<readonly Part[]>(
      () => [],
      () => [parameter()],
      () => [parameter(), parameter()],
      () => [parameter(), varargs()],
      () => [varargs()],
      () => [receiver()],
      () => [receiver(), parameter()],
    );
    return ['(', lists.flatMap((one, index) => (index === 0 ? [one] : [',', one])), ')'];
  }
}
