import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { createMarkdown } from './markdown';

/** A link's definition, `[label]: destination`. The first one of a label counts. */
export interface Definition {
  /** The label in the form in which the parser compares labels. */
  readonly label: string;
  readonly firstLine: number;
  /** The line behind the last one. */
  readonly endLine: number;
}

export interface ParsedMarkdown {
  readonly tokens: readonly Token[];
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Returns where the parser stood in the inline content when it made the token of a link, an image, a code span or a piece of HTML. */
  positionOf(token: Token): number | undefined;
  /** Returns where the text of an image ends. */
  labelEndOf(image: Token): number | undefined;
}

/**
 * Creates a parser that remembers where inline tokens stood, while markdown-it stays the judge of what is a link. When a link's tokens
 * are made, the parser stands at the start (`link_open`) and at the end (`link_close`) of the link's text, for an
 * autolink, an image, a code span and a piece of HTML at the start of the whole.
 */
export function createPositionedMarkdown(): (text: string) => ParsedMarkdown {
  const positions = new WeakMap<Token, number>();
  const labelEnds = new WeakMap<Token, number>();
  const markdown = createMarkdown();

  markdown.inline.State = class extends MarkdownIt.StateInline {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const at = this.pos;
      const token = super.push(type, tag, nesting);
      positions.set(token, at);
      if (type === 'image') labelEnds.set(token, this.md.helpers.parseLinkLabel(this, at + 1, false));
      return token;
    }
  };

  const definitions = Symbol('definitions');
  markdown.core.ruler.before('strip_references', 'keep_definitions', ({ tokens, env }) => {
    const found = new Map<string, Definition>();
    for (const { type, map, meta } of tokens) {
      const label = meta?.label;
      if (type !== 'reference_definition' || map === null || typeof label !== 'string' || found.has(label)) continue;
      found.set(label, { label, firstLine: map[0], endLine: map[1] });
    }
    env[definitions] = found;
  });

  return (text) => {
    const env: Env = {};
    const tokens = markdown.parse(text, env);
    return {
      tokens,
      definitions: env[definitions] as ReadonlyMap<string, Definition>,
      positionOf: (token) => positions.get(token),
      labelEndOf: (image) => labelEnds.get(image),
    };
  };
}
