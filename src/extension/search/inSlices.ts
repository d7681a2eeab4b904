import { Slices } from '../model/slices';

/** Runs the steps of some work in slices; undefined where it is not wanted any more before it is done. */
export async function inSlices<T>(work: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
  const slices = new Slices();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await slices.pause();
    if (!isWanted()) return undefined;
  }
}
