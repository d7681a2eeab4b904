import Mocha from 'mocha';
import { options, runSuites } from './runSuites';

/** Runs suites in the Node extension host. */
export function runInHost(register: () => void): Promise<void> {
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  return runSuites(mocha, register);
}
