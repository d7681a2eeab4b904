import { tokensOf, type Draw, type Part } from './draw';
import { lineEnd, written, type Gaps } from './gaps';
import { ScalaExpressions } from './scalaExpressions';

const word = /[\p{L}\p{M}\p{N}_$]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}_$]/u;
const sign = /[-+*/=!&|^%~?:<>@#\\\p{Sm}\p{So}]/u;
/** The words and signs behind which, or before which, a line end means nothing: Scala's specification, 1.2. */
const unfinished = new Set(
  (
    'abstract case catch class def do else extends final finally for forSome if implicit import lazy match new object override ' +
    'package private protected sealed super throw trait try val var while with yield , . : = => ⇒ <- ← <: <% >: # @ ( [ {'
  ).split(' '),
);
const continuing = new Set('catch else extends finally forSome match with yield , . : = => ⇒ <- ← <: <% >: # ) ] }'.split(' '));

const gaps: Gaps = {
  comments: [
    '/* c */',
    '/** Doc. */',
    '/**/',
    '/* } ; { */',
    '/* " */',
    "/*' class No { */",
    '/* /* nested */ */',
    '/* /** { */ " */',
    '/* \n * @A( */',
  ],
  mayEndLine: (before, after, depth) => depth > 0 || unfinished.has(before) || continuing.has(after),
  needSpace: (before, after) => {
    const [last, first] = [before.at(-1) ?? '', after.charAt(0)];
    if (word.test(before) && wordStart.test(after)) return true;
    if (sign.test(last) && sign.test(first)) return true;
    // A name may go on with signs behind a `_`, a word before a quote begins code, and text that looks like XML is XML.
    if (last === '_' && sign.test(first)) return true;
    if (word.test(before) && (first === '"' || first === "'")) return true;
    if ((before === '<' && wordStart.test(after)) || after.startsWith('<')) return true;
    return before.endsWith("'") || after === '`';
  },
  lineEnds: ['\n', '\n', '\r\n'],
};

/** Draws a Scala 2 file with odd but legal declarations, most of them between plain ones. */
export function scalaSource(draw: Draw): string {
  return written(tokensOf(new ScalaDeclarations(draw).file()), gaps, draw);
}

/** Draws declarations by chapters 4, 5 and 9 of Scala's specification. */
class ScalaDeclarations extends ScalaExpressions {
  private witnesses = 0;

  file(): Part {
    const { draw } = this;
    return [
      draw.maybe(0.8, () => ['package', draw.of<Part>(['p', ['a', '.', 'b'], ['`type`', '.', 'c'], ['open', '.', 'end']]), lineEnd]),
      draw.maybe(0.2, () => ['package', 'q', lineEnd]),
      draw.maybe(0.3, () => ['import', 'a', '.', draw.of<Part>(['b', '_', ['{', 'B', '=>', 'C', ',', '_', '}']]), lineEnd]),
      draw.list(1, 2, () => [this.container(), lineEnd]),
      'class', 'Last', '{', 'def', 'last', '=', '1', '}', lineEnd,
    ]; // prettier-ignore
  }

  private modifiers(...words: readonly string[]): Part {
    const { draw } = this;
    const access = draw.maybe(0.2, () => [
      draw.of(['private', 'protected']),
      draw.maybe(0.4, () => ['[', draw.of(['this', 'p', 'enum']), ']']),
    ]);
    const chosen = words.filter(() => draw.chance(0.2));
    return [
      draw.list(0, 2, () => [this.annotation(), draw.maybe(0.2, () => lineEnd)]),
      draw.chance(0.5) ? [access, chosen] : [chosen, access],
    ];
  }

  /** Draws a class, trait, object or package object. */
  private container(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.class(),
          () => this.class(),
          () => [
            this.modifiers('sealed'),
            'trait',
            this.newType(),
            draw.maybe(0.4, () => this.typeParameters(true)),
            this.parents(false),
            this.maybeBody(),
          ],
          () => [
            this.modifiers('implicit'),
            draw.maybe(0.2, () => 'case'),
            'object',
            this.newType(),
            this.parents(true),
            this.maybeBody(),
          ],
        ),
      () => ['class', this.newType()],
    );
  }

  private class(): Part {
    const { draw } = this;
    const isCase = draw.chance(0.3);
    const constructorAnnotation = (): Part => [
      '@',
      draw.of<Part>(['Inject', ['a', '.', 'B']]),
      '(',
      draw.maybe(0.3, () => this.literal()),
      ')',
    ];
    return [
      this.modifiers('final', 'implicit'),
      isCase ? 'case' : [],
      'class', this.newType(),
      draw.maybe(0.4, () => this.typeParameters(true)),
      draw.maybe(isCase ? 0 : 0.15, () => [constructorAnnotation(), draw.maybe(0.5, () => ['private', draw.maybe(0.5, () => ['[', 'p', ']'])]), this.classParameters()]),
      draw.maybe(0.15, () => [draw.of(['private', 'protected']), this.classParameters()]),
      isCase ? this.classParameters() : draw.maybe(0.5, () => this.classParameters()),
      draw.maybe(0.2, () => ['(', 'implicit', this.classParameter(), ')']),
      this.parents(true),
      this.maybeBody(true),
    ]; // prettier-ignore
  }

  private classParameters(): Part {
    return ['(', this.draw.list(0, 3, () => this.classParameter(), ','), ')'];
  }

  private classParameter(): Part {
    const { draw } = this;
    return [
      this.annotations(1),
      draw.maybe(0.5, () => [draw.maybe(0.3, () => draw.of(['private', 'override', 'final', 'protected'])), draw.of(['val', 'var'])]),
      this.name(), ':', draw.maybe(0.1, () => '=>'), this.type(), draw.maybe(0.4, () => ['=', this.expression()]),
    ]; // prettier-ignore
  }

  private parents(mayHaveArguments: boolean): Part {
    const { draw } = this;
    const parent = (): Part => [
      draw.of<Part>(['A', ['a', '.', 'B'], ['C', '[', this.type(), ']'], ['(', 'A', '=>', 'B', ')'], '`a b`']),
      draw.maybe(mayHaveArguments ? 0.3 : 0, () => ['(', draw.list(0, 2, () => this.expression(), ','), ')']),
    ];
    return draw.maybe(0.5, () => [
      'extends',
      draw.maybe(0.1, () => ['{', lineEnd, 'val', 'early', '=', this.expression(), lineEnd, '}', 'with']),
      parent(),
      draw.list(0, 2, () => ['with', draw.of<Part>(['T', ['a', '.', 'U'], ['V', '[', this.type(), ']']])]),
    ]);
  }

  private maybeBody(isClass = false): Part {
    return this.draw.maybe(0.85, () => this.body(isClass));
  }

  private body(isClass: boolean): Part {
    const { draw } = this;
    const self = draw.maybe(0.25, () => [
      draw.of(['self', '_', 'this', 'é']),
      draw.maybe(0.6, () => [':', this.simple(), draw.maybe(0.3, () => ['with', 'B'])]),
      '=>',
    ]);
    return [
      '{',
      self,
      lineEnd,
      this.witness(),
      draw.list(0, 4, () => [this.member(isClass), this.separator()]),
      this.witness(),
      '}',
    ];
  }

  private separator(): Part {
    return this.draw.of<Part>([
      lineEnd,
      lineEnd,
      [lineEnd, lineEnd],
      ';',
      ['/* c */', lineEnd],
      ['// c', lineEnd],
      ['/* c\n */', lineEnd],
    ]);
  }

  /** Draws a plain member beside the odd ones: it is lost where these are misunderstood. */
  private witness(): Part {
    const name = `witness${++this.witnesses}`;
    return this.draw.of<Part>([
      ['def', name, '=', '1', lineEnd],
      ['@deprecated', 'val', name, '=', '1', lineEnd],
      ['private', 'var', name, ':', 'Int', '=', '1', lineEnd],
      ['type', name, '=', 'Int', lineEnd],
    ]);
  }

  protected statements(): Part {
    return this.draw.list(
      0,
      2,
      () =>
        this.draw.one<Part>(
          () => ['val', 'no', '=', '1'],
          () => ['def', 'no', '=', '1'],
          () => ['class', 'No'],
          () => 'f',
        ),
      ';',
    );
  }

  private member(isClass: boolean): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.method(),
          () => this.method(),
          () => this.method(),
          () => this.value(),
          () => this.value(),
          () => this.value(),
          () => [
            this.modifiers('override'),
            'type',
            this.newType(),
            draw.maybe(0.4, () => this.typeParameters(true)),
            draw.one<Part>(
              () => ['=', this.type()],
              () => [draw.maybe(0.5, () => ['>:', this.simple()]), draw.maybe(0.5, () => ['<:', this.simple()])],
            ),
          ],
          () => this.container(),
          () =>
            !isClass
              ? '???'
              : [
                  'def',
                  'this',
                  '(',
                  draw.list(0, 2, () => this.parameter(), ','),
                  ')',
                  '=',
                  draw.one<Part>(
                    () => ['this', '(', '1', ')'],
                    () => ['{', 'this', '(', ')', '}'],
                  ),
                ],
          () => ['import', 'a', '.', 'b'],
          () =>
            draw.one<Part>(
              () => ['f', '(', this.expression(), ')'],
              () => '???',
            ),
        ),
      () => ['val', this.name(), '=', '1'],
    );
  }

  private parameter(): Part {
    const { draw } = this;
    return [
      this.annotations(1),
      this.name(), ':',
      draw.one<Part>(() => this.type(), () => this.type(), () => ['=>', this.type()]),
      draw.maybe(0.3, () => ['=', this.expression()]),
    ]; // prettier-ignore
  }

  private repeated(): Part {
    return [this.name(), ':', this.simple(), '*'];
  }

  private method(): Part {
    const { draw } = this;
    const list = (): Part => [
      '(',
      draw.one<Part>(
        () => draw.list(0, 3, () => this.parameter(), ','),
        () => ['implicit', draw.list(1, 2, () => this.parameter(), ',')],
        () => [this.parameter(), ',', this.repeated()],
        () => this.repeated(),
      ),
      ')',
    ];
    return [
      this.modifiers('override', 'final', 'implicit'),
      'def', this.methodName(),
      draw.maybe(0.3, () => this.typeParameters(false)),
      draw.list(0, 2, list),
      draw.one<Part>(
        () => [':', this.type(), '=', this.lastExpression()],
        () => [':', this.type(), '=', this.lastExpression()],
        () => ['=', this.lastExpression()],
        () => [':', this.type()],
        () => ['{', this.statements(), '}'],
        () => [],
        () => [':', this.simple(), '=', 'macro', 'a', '.', 'b'],
      ),
    ]; // prettier-ignore
  }

  private value(): Part {
    const { draw } = this;
    const keyword = draw.of(['val', 'val', 'var']);
    return [
      this.modifiers(...(keyword === 'val' ? ['override', 'lazy', 'implicit'] : ['override'])),
      keyword,
      draw.one<Part>(
        () => [this.pattern(), draw.maybe(0.2, () => [':', this.type()]), '=', this.lastExpression()],
        () => [this.pattern(), '=', this.lastExpression()],
        () => [this.name(), draw.maybe(0.5, () => [':', this.type()]), '=', this.lastExpression()],
        () => [this.name(), draw.maybe(0.5, () => [':', this.type()]), '=', this.lastExpression()],
        () => [draw.list(2, 3, () => this.name(), ','), draw.maybe(0.5, () => [':', this.type()]), '=', this.lastExpression()],
        () => [this.name(), ':', this.type()],
        () => [draw.list(2, 3, () => this.name(), ','), ':', this.type()],
      ),
    ];
  }
}
