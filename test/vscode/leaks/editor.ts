/**
 * The editor's interface, which counts what it gives away: the bundle of the instrumented extension has this in place of
 * `vscode`. Everything is done by the real one.
 */
import * as real from 'vscode';
import { held, type Kind } from './held';

type Dispose = () => unknown;
type Event = (listener: unknown, context?: unknown, disposables?: unknown[]) => { dispose: Dispose };

function isDisposable(value: unknown): value is { dispose: Dispose } {
  return typeof value === 'object' && value !== null && 'dispose' in value && typeof value.dispose === 'function';
}

/** Returns the same thing, or one that inherits from it where it is frozen, whose disposal is noted. */
function counted<T extends { dispose: Dispose }>(one: T, kind: Kind): T {
  const release = held.hold(kind);
  const dispose = one.dispose.bind(one);
  const noted = (): unknown => {
    release();
    return dispose();
  };
  // The reader may close it too.
  if ('onDidDispose' in one && typeof one.onDidDispose === 'function') (one.onDidDispose as Event)(release);
  if (Object.isFrozen(one)) return Object.create(one, { dispose: { value: noted } }) as T;
  one.dispose = noted;
  return one;
}

function countedEvent(event: Event): Event {
  return (listener, context, disposables) => {
    const subscription = counted(event(listener, context), 'listener');
    disposables?.push(subscription);
    return subscription;
  };
}

function kindOf(name: string): Kind {
  return name === 'createTextEditorDecorationType' ? 'decoration' : 'registration';
}

/** A part of the interface, whose functions count what they return. */
function countedPart<T extends object>(part: T): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      const value: unknown = Reflect.get(part, name);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (/^on[A-Z]/.test(name)) return countedEvent(value as Event);
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, part, args);
        return isDisposable(result) ? counted(result, kindOf(name)) : result;
      };
    },
  });
}

class CountedEmitter<T> extends real.EventEmitter<T> {
  private readonly given = new Set<{ dispose: Dispose }>();

  constructor() {
    super();
    const event = countedEvent(this.event as Event);
    const value: Event = (...args) => {
      const subscription = event(...args);
      this.given.add(subscription);
      return subscription;
    };
    Object.defineProperty(this, 'event', { value });
  }

  /** Its listeners go with it. */
  override dispose(): void {
    for (const one of this.given) one.dispose();
    super.dispose();
  }
}

const { commands, extensions, languages, window, workspace } = real;

module.exports = {
  ...real,
  EventEmitter: CountedEmitter,
  commands: countedPart(commands),
  extensions: countedPart(extensions),
  languages: countedPart(languages),
  window: countedPart(window),
  workspace: countedPart(workspace),
};
