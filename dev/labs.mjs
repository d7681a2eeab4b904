import { delimiter, join } from 'node:path';
import { mavenProject } from './mavenProject.mjs';
import { command } from './stepWork.mjs';

const labs = mavenProject('labs', 'Proving what the notes tell', 'the labs, with the client and the broker of Kafka 2.2.0');

/** Builds the labs of test/labs, unless that is done. */
export const ensureLabs = labs.ensure;

/**
 * Runs labs in one process, which prints their sums as mocha does.
 * @param {'quick' | 'all'} which
 */
export function runLabs(which) {
  const classPath = [join(labs.folder, 'classes'), join(labs.folder, 'libraries', '*')].join(delimiter);
  // The optimising compiler would cost more than it gives in so short a run.
  return command('java', '-XX:TieredStopAtLevel=1', '-cp', classPath, 'labs.Main', which);
}
