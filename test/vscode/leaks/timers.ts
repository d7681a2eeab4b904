/** Node's timers, counted: the bundle of the instrumented extension has these in place of the global ones. */
import { held } from './held';

type Timer = ReturnType<typeof globalThis.setTimeout>;
type Run = (...args: unknown[]) => void;

const releases = new WeakMap<object, () => void>();

function count<T extends object>(start: (done: () => void) => T): T {
  const release = held.hold('timer');
  const timer = start(release);
  releases.set(timer, release);
  return timer;
}

export function setTimeout(run: Run, milliseconds?: number, ...args: unknown[]): Timer {
  return count((done) =>
    globalThis.setTimeout(() => {
      done();
      run(...args);
    }, milliseconds),
  );
}

export function setInterval(run: Run, milliseconds?: number, ...args: unknown[]): Timer {
  return count(() => globalThis.setInterval(run, milliseconds, ...args));
}

export function setImmediate(run: Run, ...args: unknown[]): NodeJS.Immediate {
  return count((done) =>
    globalThis.setImmediate(() => {
      done();
      run(...args);
    }),
  );
}

export function clearTimeout(timer?: Timer): void {
  if (timer !== undefined) releases.get(timer)?.();
  globalThis.clearTimeout(timer);
}

export const clearInterval = clearTimeout;

export function clearImmediate(timer?: NodeJS.Immediate): void {
  if (timer !== undefined) releases.get(timer)?.();
  globalThis.clearImmediate(timer);
}
