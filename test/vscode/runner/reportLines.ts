/** Begins each line of the report: an extension host's log has much else in it. */
export const reportMark = '[mocha]';

/** Mocha's `spec` lines, each logged as one whole string: what an extension host logs arrives without formatting. */
export function reportLines(runner: Mocha.Runner): void {
  const failures: { readonly test: string; readonly error: Error }[] = [];
  let depth = 0;
  const write = (text: string): void => console.log(`${reportMark}${'  '.repeat(depth)}${text}`);

  runner.on('suite', (suite) => {
    if (!suite.root) write(suite.title);
    depth++;
  });
  runner.on('suite end', () => depth--);
  runner.on('pass', (test) => write(`✔ ${test.title} (${test.duration ?? 0}ms)`));
  runner.on('fail', (test, error: unknown) => {
    failures.push({ test: test.fullTitle(), error: error instanceof Error ? error : new Error(String(error)) });
    write(`${failures.length}) ${test.title}`);
  });
  runner.on('end', () => {
    depth = 1;
    write(`${runner.stats?.passes ?? 0} passing`);
    if (failures.length > 0) write(`${failures.length} failing`);
    for (const [index, { test, error }] of failures.entries()) {
      write(`${index + 1}) ${test}`);
      for (const line of (error.stack ?? error.message).split('\n')) write(`   ${line}`);
    }
  });
}
