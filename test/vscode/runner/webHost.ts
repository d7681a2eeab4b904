import 'mocha/mocha.js';
import { options, runSuites } from './runSuites';

/** Runs suites in the web extension host, a web worker, with mocha's build for browsers. */
export function runInHost(register: () => void): Promise<void> {
  mocha.setup(options);
  return runSuites(mocha, register);
}
