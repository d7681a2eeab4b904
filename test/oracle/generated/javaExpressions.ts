import type { Part } from './draw';
import { JavaTypes } from './javaTypes';

/** Draws what may stand in initialisers and bodies, by chapters 14 and 15 of Java's specification. */
export abstract class JavaExpressions extends JavaTypes {
  protected abstract localType(): Part;
  protected abstract classBody(): Part;

  protected expression(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.literal(),
          () => this.lambda(),
          () => this.creation(),
          () => this.switch(),
          () => this.operation(),
          () => this.call(),
          () => ['(', this.type(), ')', this.literal()],
          () => ['(', this.annotations(1), this.classType(), '&', this.annotations(1), this.classType(), ')', this.lambda()],
        ),
      () => this.literal(),
    );
  }

  protected lambda(): Part {
    const { draw } = this;
    const parameters = draw.one<Part>(
      () => ['(', ')'],
      () => draw.of(['x', 'record', 'with', 'when', 'module']),
      () => ['(', 'x', ',', 'sealed', ')'],
      () => ['(', this.annotations(1), this.unannotated(), 'x', ')'],
    );
    return [parameters, '->', draw.one<Part>(() => this.expression(), () => this.block())];
  }

  private creation(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => ['new', this.annotations(1), this.classType(), '(', this.expression(), ')'],
      () => ['new', this.classType(), '(', ')', this.classBody()],
      () => ['new', 'Foo', '<', '>', '(', this.expression(), ',', this.expression(), ')'],
      () => ['new', this.annotations(1), 'int', this.annotations(1), '[', '3', ']', this.annotations(1), '[', ']'],
      () => ['new', 'int', this.annotations(1), '[', ']', '{', '1', ',', '2', ',', '}'],
    );
  }

  private switch(): Part {
    const { draw } = this;
    const result = (): Part =>
      draw.one<Part>(() => [this.literal(), ';'], () => ['{', this.statement(), 'yield', this.literal(), ';', '}'], () => ['throw', 'x', ';']);
    return [
      'switch', '(', 'x', ')', '{',
      draw.list(0, 2, () => ['case', draw.one<Part>(() => this.literal(), () => ['A', 'a', 'when', 'a', '>', '1'], () => ['P', '(', 'int', 'x', ',', 'A', 'y', ')']), '->', result()]),
      'default', '->', result(), '}',
    ]; // prettier-ignore
  }

  private operation(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => ['a', draw.of(['<', '>', '<=', '>=', '>>', '>>>', '<<', '+', '==', '&', '&&', '|', '-', '/', '%', '^']), 'b'],
      () => ['a', '<', 'b', '?', this.literal(), ':', this.literal()],
      () => ['(', 'a', '<', 'b', ')', '==', '(', 'c', '>', 'd', ')'],
      () => ['x', 'instanceof', draw.maybe(0.3, () => ['final', this.annotation()]), this.classType(), draw.maybe(0.5, () => 'y')],
      () => ['x', 'instanceof', 'P', '(', 'int', 'a', ',', 'B', 'b', ')', '&&', 'a', '<', 'b'],
      () => ['!', 'a', '||', '-', 'b', '>', '~', 'c'],
      () => ['a', '[', '1', ']', '<', 'b', '[', '2', ']'],
    );
  }

  private call(): Part {
    const { draw } = this;
    return draw.one<Part>(
      () => ['f', '(', this.expression(), ',', this.expression(), ')'],
      () => ['this', '.', this.typeArguments(), 'f', '(', ')'],
      () => ['A', '.', 'B', '::', draw.of(['new', 'sealed', 'record', 'g'])],
      () => [this.classType(), '::', 'new'],
      () => ['int', '[', ']', '::', 'new'],
      () => [draw.of(['record', 'sealed', 'with', 'when', 'permits', 'module']), '.', 'f', '(', ')'],
      () => [draw.of(['record', 'sealed', 'with', 'when', 'permits', 'module']), '(', '1', ')'],
    );
  }

  protected block(): Part {
    return ['{', this.draw.list(0, 2, () => this.statement()), '}'];
  }

  protected statement(): Part {
    const { draw } = this;
    return this.deeper(
      () =>
        draw.one<Part>(
          () => this.localType(),
          () => this.localType(),
          () => ['f', '(', this.expression(), ')', ';'],
          () => [draw.maybe(0.3, () => ['final', this.annotation()]), this.type(), this.name(), '=', this.expression(), ';'],
          () => ['if', '(', 'a', '<', 'b', ')', this.block(), 'else', this.block()],
          () => ['label', ':', 'for', '(', 'int', 'i', '=', '0', ';', 'i', '<', '1', ';', 'i', '++', ')', this.block()],
          () => ['try', '(', 'var', 'r', '=', 'f', '(', ')', ')', this.block(), 'catch', '(', 'final', 'A', '|', 'B', 'e', ')', this.block()],
          () => ['synchronized', '(', 'this', ')', this.block()],
          () => ['switch', '(', 'x', ')', '{', 'case', '1', ':', 'default', ':', this.statement(), '}'],
          () => ';',
          () => this.block(),
        ),
      () => ['f', '(', ')', ';'],
    );
  }
}
