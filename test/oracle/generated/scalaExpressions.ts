import { tokensOf, type Part } from './draw';
import { ScalaTypes } from './scalaTypes';

const strings = ['"a"', '"}"', '"{"', '"/*"', '"//"', '"\\""', '"\\\\"', '""', '"class No {"', '"$a ${b"', '"""a"b"""', '"""\n  } " { \\\n"""', '"""x""""', '"""\\"""', '"\'"', '"\\u0041"'] as const; // prettier-ignore
const characters = ["'\"'", "'\\''", "'{'", "'}'", "'\\u0022'", "'\\\\'", "'('", "'a'", "'+'", "' '", "'λ'"] as const;
const others = ['1', '0xFFL', '1e10', '2.5f', '1.0', '0L', 'null', 'true', "'a", "'foo", "'+", "'type", '-1'] as const;
const interpolators = ['s', 'f', 'raw', '$', 'q', 'a1', 'sql$', 'tq', '$$'] as const;
const xml = ['<a/>', '<a b="c">text</a>', "<a>it's</a>", '<a>{ f("}") }</a>', '<a b={ "x" }><b/>"</a>', '<a>{{</a>', '<!-- no " } -->', '<a:b c=\'d\'></a:b>', '<a>\n  <b>class No {{</b>\n</a>'] as const; // prettier-ignore

/** Draws what stands in values and bodies, by chapters 6 and 8 of Scala's specification. */
export abstract class ScalaExpressions extends ScalaTypes {
  protected abstract statements(): Part;

  protected expression(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.literal(),
          () => this.literal(),
          () => this.interpolation(),
          () => this.interpolation(),
          () => [this.literal(), draw.of(['+', '::', '->', 'or', '<', '→', '|']), this.literal()],
          () => ['f', '(', draw.list(0, 3, () => this.expression(), ','), ')'],
          () => ['f', '{', 'x', '=>', this.expression(), '}'],
          () => ['(', 'x', ':', 'Int', ',', 'y', ':', this.simple(), ')', '=>', this.expression()],
          () => ['new', 'Foo', '{', this.statements(), '}'],
          () => ['if', '(', 'a', ')', this.expression(), 'else', this.expression()],
          () => ['{', this.statements(), '}'],
          () => ['x', 'match', '{', 'case', this.pattern(), '=>', this.expression(), '}'],
          () => ['(', this.expression(), ',', this.expression(), ')'],
          () => ['f', '[', this.type(), ']', '(', 'x', '=', this.literal(), ')'],
          () => ['(', this.expression(), ':', this.simple(), ')'],
          () => ['for', '(', 'x', draw.of(['<-', '←']), 'a', ')', 'yield', this.literal()],
          () => ['_', '+', this.literal()],
          () => [draw.of(['!', '-', '~']), 'a'],
        ),
      () => this.literal(),
    );
  }

  /** Draws the end of a value, which may be an operator, a type or XML: only behind it may a line end. */
  protected lastExpression(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => this.expression(),
      () => this.expression(),
      () => '???',
      () => ['a', draw.of(['!', '++', '??', 'foo', '→', '`x`'])],
      () => ['a', '.', draw.of(['!', 'toList', '`type`', '+'])],
      () => ['f', '_'],
      () => draw.of(xml),
      () => ['a', 'foo', this.literal()],
    );
  }

  protected literal(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => draw.of(strings),
      () => draw.of(characters),
      () => draw.of(others),
      () => draw.of<Part>(['x', ['a', '.', 'b'], 'end', 'enum', 'é', '`type`', 'this', '???']),
    );
  }

  /** Draws a string with code in it, as one token. */
  private interpolation(): Part {
    const { draw } = this;
    const isLong = draw.chance(0.3);
    const quote = isLong ? '"""' : '"';
    const hole = (): string => {
      const code = tokensOf(this.expression()).join(' ');
      const isOneLine = !/[\n]/.test(code) && !code.includes('//');
      return draw.one(
        () => '$x',
        () => '${x}',
        () => '$$',
        () => (isLong || (isOneLine && !code.includes('"""')) ? `\${${code}}` : '$y'),
        () => '${ {1} }',
        () => '$é',
        () => (isLong ? '"' : '\\n'),
      );
    };
    const text = ['', ' a', '}', '{', "'", '//', '%d', '/*', '-'] as const;
    return `${draw.of(interpolators)}${quote}${Array.from({ length: draw.below(4) }, () => draw.of(text) + hole()).join('')} ${quote}`;
  }

  protected pattern(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => ['(', this.pattern(), ',', this.pattern(), ')'],
          () => [
            draw.of<Part>(['Some', ['a', '.', 'Box'], 'foo', 'Box', '`a b`']),
            draw.maybe(0.3, () => ['[', this.type(), ']']),
            '(',
            draw.list(0, 3, () => this.pattern(), ','),
            ')',
          ],
          () => [this.operand(), draw.of(['::', '+:', ':+', 'at', '→', '->', '#::']), this.operand()],
          () => [this.variable(), '@', this.operand()],
          () => ['(', this.variable(), ':', this.simple(), ')'],
          () => ['(', '_', ':', this.type(), ')'],
          () => ['List', '(', this.variable(), ',', draw.maybe(0.5, () => [this.variable(), '@']), '_', '*', ')'],
          () => this.interpolatedPattern(),
          () => this.operand(),
          () => ['(', draw.of(['A', '1', '"a"']), '|', draw.of(['B', '2', "'c'"]), ')'],
        ),
      () => this.operand(),
    );
  }

  private operand(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => this.variable(),
      () => this.variable(),
      () => '_',
      () =>
        draw.of<Part>(['Upper', ['a', '.', 'b'], '`back`', '1', '-1', '"s"', "'c'", 'null', 'true', ['this', '.', 'x'], "'sym"]),
      () => ['Some', '(', this.pattern(), ')'],
    );
  }

  protected variable(): string {
    return this.draw.of(['a1', 'b2', 'c3', 'é', 'λ', '_a', 'ünï', 'end', 'as', 'enum', 'open', 'a_1', 'a$']);
  }

  private interpolatedPattern(): Part {
    const { draw } = this;
    const quote = draw.of(['"', '"""'] as const);
    const hole = (): string => {
      const code = tokensOf(this.pattern()).join(' ');
      const isPlain = !/["\n]/.test(code) || quote.length > 1;
      return draw.one(
        () => '$x1',
        () => '${y1}',
        () => '$$',
        () => (isPlain ? `\${${code}}` : '$z1'),
      );
    };
    return `${draw.of(interpolators)}${quote}${Array.from({ length: 1 + draw.below(3) }, () => draw.of(['', 'a ', '-', '}']) + hole()).join(' ')}${quote}`;
  }
}
