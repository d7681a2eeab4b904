import type * as vscode from 'vscode';
import type { Bindings } from '../../src/extension/model/model';

/** Records when the icons of a file first appeared and when they last changed. */
export class IconWatch implements vscode.Disposable {
  private lines = '';
  private since = performance.now();
  private first: number | undefined;
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly bindings: Bindings,
    private readonly file: vscode.Uri,
  ) {
    this.listening = bindings.onDidChange(() => {
      // The look comes after the other listeners of the event, one of which sets the icons.
      queueMicrotask(() => this.look());
    });
    this.look();
  }

  /** The time of the last change, by `performance.now()`. */
  get lastChange(): number {
    return this.since;
  }

  /** The time of the first icon, by `performance.now()`; NaN where there was none. */
  get firstIcon(): number {
    return this.first ?? NaN;
  }

  get count(): number {
    return this.lines === '' ? 0 : this.lines.split(' ').length;
  }

  dispose(): void {
    this.listening.dispose();
  }

  private look(): void {
    const all = this.bindings.ofFile(this.file).map(({ role, target }) => `${target.range.start.line}:${role}`);
    const lines = [...new Set(all)].join(' ');
    if (lines === this.lines) return;
    this.lines = lines;
    this.since = performance.now();
    if (lines !== '') this.first ??= this.since;
  }
}
