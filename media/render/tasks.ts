import type { MarkdownIt, Token } from 'markdown-it';
import type { PanelWords } from '../../src/protocol/panel';
import { escapeHtml } from './escapeHtml';

/** Renders `- [ ] …` and `- [x] …` as list items with a checkbox, which shows what the note says and cannot be ticked. */
export function useTasks(markdown: MarkdownIt, words: PanelWords): void {
  markdown.core.ruler.after('inline', 'tasks', (state) => {
    state.tokens.forEach((item, at) => {
      const text = state.tokens[at + 2];
      const first = text?.children?.[0];
      if (item.type !== 'list_item_open' || state.tokens[at + 1]?.type !== 'paragraph_open' || first?.type !== 'text') return;
      const mark = /^\[([ xX])\]\s+/.exec(first.content);
      if (mark === null) return;
      first.content = first.content.slice(mark[0].length);
      item.attrJoin('class', 'task');
      const box = new state.Token('task_box', 'input', 0);
      box.meta = { done: mark[1] !== ' ' };
      text?.children?.unshift(box);
    });
  });
  markdown.renderer.rules.task_box = (tokens, at) => checkbox(tokens[at], words);
}

function checkbox(token: Token | undefined, words: PanelWords): string {
  const done = token?.meta?.done === true;
  return `<input type="checkbox" aria-label="${escapeHtml(done ? words.taskDone : words.taskOpen)}" disabled${done ? ' checked' : ''}> `;
}
