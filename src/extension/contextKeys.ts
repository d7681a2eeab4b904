import * as vscode from 'vscode';
import { contextKeys } from './editor/contributions';
import { Lifetime, type Disposable } from '../workspace/lifetime';
import type { Model } from './model/model';
import { stepsDone } from './start/firstSteps';
import type { ReachedSteps } from './start/reachedSteps';

type Value = string | boolean;

/** Keeps the keys for `when` clauses true. */
export function registerContextKeys(model: Model, reached: ReachedSteps): Disposable {
  return new ContextKeys(model, reached);
}

class ContextKeys extends Lifetime {
  /** The values that the editor knows already. */
  private readonly known = new Map<string, Value>();

  constructor(
    private readonly model: Model,
    private readonly reached: ReachedSteps,
  ) {
    super();
    this.register(model.trees.onDidChange(() => this.setEditor()));
    this.register(model.bindings.onDidChange((uris) => this.bindingsChanged(uris)));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.setEditor()));
    this.register(model.panel.onDidChange(() => this.setReading()));
    this.register(model.progress.onDidChange(() => this.setReading()));
    this.register(model.trails.onDidChange(() => this.setTrail()));
    for (const { onDidChange } of [model.trees, model.notes, reached]) this.register(onDidChange(() => this.setSteps()));
  }

  private bindingsChanged(uris: ReadonlySet<string>): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri !== undefined && uris.has(uri)) this.setEditor();
  }

  private setEditor(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const tree = uri === undefined ? undefined : this.model.trees.of(uri);
    this.set(contextKeys.source, this.model.trees.all.length > 0 ? 'yes' : 'no');
    this.set(contextKeys.inSource, tree !== undefined);
    this.set(
      contextKeys.hasAnnotations,
      uri !== undefined && tree !== undefined && this.model.bindings.ofFile(uri).some(({ role }) => role !== 'reference'),
    );
  }

  private setReading(): void {
    const { pinned, place, canGoBack, canGoForward } = this.model.panel;
    this.set(contextKeys.pinned, pinned);
    this.set(contextKeys.noteShown, place !== undefined);
    this.set(contextKeys.shownRead, place !== undefined && (this.model.progress.isRead(place) ? 'yes' : 'no'));
    this.set(contextKeys.canGoBack, canGoBack);
    this.set(contextKeys.canGoForward, canGoForward);
  }

  private setTrail(): void {
    const { position, lost } = this.model.trails;
    this.set(contextKeys.trail, position?.status ?? (lost === undefined ? false : 'lost'));
  }

  private setSteps(): void {
    for (const [key, isDone] of stepsDone(this.model, this.reached)) this.set(key, isDone);
  }

  private set(key: string, value: Value): void {
    if (this.known.get(key) === value) return;
    this.known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
