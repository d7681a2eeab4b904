import * as vscode from 'vscode';
import { toEditorRange } from '../editor/ranges';
import type { Model } from '../model/model';
import type { VisitingNotes } from '../notes/visitingNotes';
import { anchorLink, createMarkdown, escapeMarkdown } from '../navigation/commandLinks';
import { describeMalformed, describeReason, describeState, nameState, nameTarget, nameTargets } from '../bindings/stateWords';
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
    const others =
      result.state === 'ambiguous'
        ? nameTargets(result.targets)
        : result.state === 'missing'
          ? result.candidates.map(({ target, reason }) => `${nameTarget(target)} (${describeReason(reason)})`)
          : [];
    const lines = [
      `**${escapeMarkdown(nameState(result.state))}** — ${escapeMarkdown(describeState(result))}`,
      others.map((name) => `- ${escapeMarkdown(name)}`).join('\n'),
      `[${vscode.l10n.t('Go to Code')}](${anchorLink(note, anchor.text)})`,
    ];
    return new vscode.Hover(createMarkdown(lines.filter((line) => line !== '').join('\n\n')), range);
  }
}
