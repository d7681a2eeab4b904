import { l10n } from 'vscode';
import type { CodeLink } from './firstSymbol';

/** The names of the files in a new folder of notes. */
export const files = { outline: 'README.md', note: 'first-note.md' } as const;

/** Writes the README.md of a new folder, from which the outline is parsed. */
export function firstOutline(): string {
  return lines(
    `# ${l10n.t('My notes on Kafka')}`,
    `## ${l10n.t('First chapter')}`,
    `- [x] [${title()}](${files.note})\n- [ ] ${l10n.t('What I want to understand next')}`,
  );
}

export function firstNote({ label, anchor }: CodeLink): string {
  return lines(
    `---\ntitle: ${title()}\n---`,
    `# ${title()}`,
    l10n.t('A link whose address begins with "kafka:" is bound to code. In a heading it says what the section is about.'),
    `## [\`${label}\`](${anchor})`,
    l10n.t('A block of code in the language "kafka" holds such an address and shows that code itself:'),
    `\`\`\`kafka\n${anchor}\n\`\`\``,
    l10n.t(
      'Write here what you have understood, and what you have not. It is shown beside the code, in the Kafka Note view and in hovers.',
    ),
  );
}

function title(): string {
  return l10n.t('My first note');
}

function lines(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
