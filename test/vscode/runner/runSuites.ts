import { testTimeout } from '../patience';
import { reportLines } from './reportLines';

/** The same in both hosts; the report is our own, so mocha's says nothing. The run stops at its first failure, as one that needs a second try. */
export const options = {
  ui: 'bdd',
  timeout: testTimeout,
  bail: true,
  reporter: 'base',
  forbidOnly: true,
  forbidPending: true,
} as const;

/** Registers the suites with mocha's globals, runs them, and rejects where a test failed or there was none. */
export function runSuites(mocha: Mocha, register: () => void): Promise<void> {
  register();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else if (runner.stats === undefined || runner.stats.passes === 0) reject(new Error('No test ran.'));
      else resolve();
    });
    reportLines(runner);
  });
}
