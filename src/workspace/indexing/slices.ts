/** Milliseconds of long work between two turns of the others: a third of a frame, for what it brings about takes its time too. */
const slice = 5;

/** When the slice ends that somebody works in; one for all, so that two who work at the same time take no longer than one. */
let end: number | undefined;
/** Whose turns come next. */
const waiting: (() => void)[] = [];

/** Whether long work on this thread has to let others run: the editor, and other long work. */
export function isSliceOver(): boolean {
  if (end === undefined) begin();
  return performance.now() >= (end ?? 0);
}

/** Cuts long work on the extension host's thread: awaited between two steps, it lets others run when a slice is used up. */
export async function pause(): Promise<void> {
  if (isSliceOver()) await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Runs the steps of some work in slices; undefined where it is not wanted any more before it is done. */
export async function inSlices<T>(work: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await pause();
    if (!isWanted()) return undefined;
  }
}

function begin(): void {
  end = performance.now() + slice;
  afterOthers(next);
}

/** One of those who wait goes on. */
function next(): void {
  end = undefined;
  const goOn = waiting.shift();
  if (goOn === undefined) return;
  begin();
  goOn();
}

/** Once what came in meanwhile was heard. Node hears it between two rounds; a timer that is due it would run before. */
function afterOthers(run: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(() => setImmediate(run));
  else setTimeout(run, 0);
}
