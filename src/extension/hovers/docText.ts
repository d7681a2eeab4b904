import { l10n } from 'vscode';
import { labelled, labelledItem } from '../../core/language/doc/labelled';
import type { DocComment, DocTag } from '../../core/language/docComment';

/** Formats a doc comment as Markdown. Headings are in the reader's language, the text stays as it is. */
export function docText({ description, tags }: DocComment): string {
  const of = (kind: DocTag['kind']): readonly DocTag[] => tags.filter((tag) => tag.kind === kind);
  const parts = [
    ...of('deprecated').map(({ text }) => labelled(`**${l10n.t('Deprecated')}**`, text)),
    description,
    list(l10n.t('Parameters'), of('param')),
    ...of('return').map(({ text }) => labelled(`**${l10n.t('Returns')}**`, text)),
    list(l10n.t('Throws'), of('throws')),
    ...of('note').map(({ text }) => labelled(`**${l10n.t('Remark')}**`, text)),
    ...of('example').map(({ text }) => labelled(`**${l10n.t('Example')}**`, text)),
    ...of('since').map(({ text }) => labelled(`**${l10n.t('Since')}**`, text)),
    ...of('see').map(({ text }) => labelled(`**${l10n.t('See also')}**`, text)),
  ];
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

function list(title: string, tags: readonly DocTag[]): string {
  if (tags.length === 0) return '';
  const items = tags.map(({ name, text }) => labelledItem(`\`${name?.replaceAll('`', '') ?? ''}\``, text));
  return `**${title}**\n${items.join('\n')}`;
}
