import * as vscode from 'vscode';
import { toEditorRange } from '../editor/ranges';
import type { Model } from '../model/model';
import type { VisitingNotes } from '../notes/visitingNotes';
import { anchorLink, createMarkdown, escapeMarkdown } from '../navigation/commandLinks';
import { describeMalformed, describeState, nameState } from '../bindings/stateWords';
import { candidatesOf } from '../excerpts/excerptCandidates';
import { excerptMarkdown } from './excerptMarkdown';
import { anchorAt } from '../markdown/anchorAt';

/** The hover over an anchor in a Markdown editor: its state, the place that it leads to, and its candidates. */
export class AnchorHover implements vscode.HoverProvider {
  constructor(
    private readonly model: Model,
    private readonly notes: VisitingNotes,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const anchor = await anchorAt(this.notes, document, position);
    if (anchor === undefined) return undefined;
    const range = toEditorRange(anchor.linkRange);
    if (!anchor.parsed.ok)
      return new vscode.Hover(createMarkdown(escapeMarkdown(describeMalformed(anchor.parsed.error.code))), range);
    const note = document.uri.toString();
    const result = this.model.bindings.ofNote(note).find((binding) => binding.anchor.text === anchor.text)?.result;
    if (result === undefined) return undefined;
    const excerpt = anchor.inBlock === 'excerpt' ? (await this.model.excerpts.read(note)).get(anchor.text) : undefined;
    const others = candidatesOf(result).map(({ name }) => name);
    const lines = [
      `**${escapeMarkdown(nameState(result.state))}** — ${escapeMarkdown(describeState(result))}`,
      others.map((name) => `- ${escapeMarkdown(name)}`).join('\n'),
      ...(excerpt?.kind === 'code'
        ? [excerptMarkdown(note, anchor.text, excerpt).join('\n')]
        : [`[${vscode.l10n.t('Go to Code')}](${anchorLink(note, anchor.text)})`]),
    ];
    return new vscode.Hover(createMarkdown(lines.filter((line) => line !== '').join('\n\n')), range);
  }
}
