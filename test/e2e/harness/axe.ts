import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Returns what axe finds wrong with the page, a line for each fault. */
export async function faultsOf(panel: Frame): Promise<string[]> {
  await panel.evaluate(axe);
  const { violations } = await panel.evaluate<AxeResults>(() => {
    // The page is transparent; what lies behind it is the side bar.
    document.documentElement.style.backgroundColor = 'var(--vscode-sideBar-background)';
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${String(failureSummary)}`),
  );
}
