import type { MarkdownIt, RendererRule } from 'markdown-it';

/** Returns what a renderer does with tokens of a type now, for a rule that takes its place and goes on with it. */
export function currentRule({ renderer }: MarkdownIt, type: string): RendererRule {
  return renderer.rules[type] ?? ((tokens, at, options, _env, self) => self.renderToken(tokens, at, options));
}
