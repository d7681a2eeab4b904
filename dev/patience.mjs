/**
 * The one place that says how long a test waits. A wait ends as soon as its condition holds, so patience costs nothing where all
 * is well; `KAFKA_NOTES_PATIENCE` multiplies it for a machine that is slower still.
 */
const scale = Number(process.env.KAFKA_NOTES_PATIENCE ?? 1);

/** The seconds until a wait gives up; a quiet machine needs one or two for what takes the longest. */
export const patience = 120 * (scale > 0 ? scale : 1);

/** The milliseconds until mocha gives up a test, which may wait many times. */
export const testTimeout = patience * 5000;

/** The seconds after which a wait says what it waits for, so that a run which is slow can be told from one that hangs. */
export const toldAfter = 20;
