import * as vscode from 'vscode';
import { commands } from '../editor/contributions';
import { withoutIcons } from '../editor/plainWords';
import { Lifetime } from '../../workspace/lifetime';
import type { Model, TrailPosition } from '../model/model';
import { describeLost, doubtOf, longPosition, shortPosition } from './trailWords';

/** Shows in the status bar the trail that the reader walks, the step, and the time that the rest of the note takes. */
export class TrailStatus extends Lifetime {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('kafkaNotes.trail', vscode.StatusBarAlignment.Right, 91),
  );

  constructor(private readonly model: Model) {
    super();
    this.item.name = vscode.l10n.t('Kafka Notes: Trail');
    this.item.command = commands.trailMenu;
    const { trails, panel, bindings } = model;
    const update = () => this.update();
    this.register(trails.onDidChange(update));
    this.register(panel.onDidChange(update));
    this.register(vscode.window.onDidChangeActiveTextEditor(update));
    this.register(
      bindings.onDidChange((uris) => {
        const note = trails.position?.note.uri;
        if (note !== undefined && uris.has(note)) update();
      }),
    );
    this.update();
  }

  private update(): void {
    const { position, lost } = this.model.trails;
    if (position !== undefined) this.show(position);
    else if (lost !== undefined) this.showLost(lost);
    else this.item.hide();
  }

  private showLost(name: string): void {
    this.item.text = `$(warning) ${withoutIcons(vscode.l10n.t('{0}: gone', name))}`;
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.explain([describeLost(name)]);
  }

  private show(position: TrailPosition): void {
    const doubt = doubtOf(this.model, position);
    const isWarning = doubt?.isWaiting === false && position.status === 'walking';
    const short = withoutIcons(shortPosition(position));
    this.item.text = isWarning ? `$(warning) ${short} · ${doubt.name}` : `$(${this.iconOf(position)}) ${short}`;
    this.item.backgroundColor = isWarning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.explain([
      longPosition(position),
      ...(doubt === undefined ? [] : [doubt.words]),
      ...(this.model.trails.isAway ? [vscode.l10n.t('You have left the trail: a click offers the way back.')] : []),
    ]);
  }

  private explain(lines: readonly string[]): void {
    this.item.tooltip = lines.join('\n');
    const words = lines.reduce((before, line) => vscode.l10n.t('{0}. {1}', before, line));
    this.item.accessibilityInformation = { label: vscode.l10n.t('Kafka Notes trail: {0}', words), role: 'button' };
    this.item.show();
  }

  private iconOf({ status }: TrailPosition): string {
    if (status === 'paused') return 'debug-pause';
    return this.model.trails.isAway ? 'reply' : 'milestone';
  }
}
