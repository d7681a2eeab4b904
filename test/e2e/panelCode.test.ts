import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { waitFor } from './harness/waiting';

const text = `# Code with anchors

Once the leader has the records, followers fetch them:

\`\`\`scala
/* Whoever waits for the followers waits here. */
val info = log.appendAsLeader(records, leaderEpoch = 3) // kafka:kafka.log.Log#appendAsLeader
// It is tried at once: kafka:kafka.server.DelayedOperationPurgatory#tryCompleteElseWatch, then with each fetch.
purgatory.tryCompleteElseWatch(delayedProduce, keys.map(new TopicPartitionOperationKey(_)))
def gone(name: String): Unit = () // kafka:kafka.log.Log#noSuchThing
\`\`\`

\`\`\`properties
# kafka:kafka.server.KafkaConfig$#NumNetworkThreadsProp
num.network.threads=3
\`\`\`
`;

describe('code in the note panel', () => {
  let editor: Editor;
  let panel: Frame;
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ notes: { 'code.md': text }, size: { width: 1600, height: 1000 } });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Code with anchors');
    panel = await editor.workbench.panelFrame();
    await waitFor('the bound anchors', async () => (await panel.locator('pre a.exact').count()) === 3);
  });

  const colour = (selector: string): Promise<string> =>
    panel
      .locator(`pre ${selector}`)
      .first()
      .evaluate((one) => getComputedStyle(one).color);

  it('leads from an anchor in a comment to the symbol', async () => {
    await panel.locator('pre a', { hasText: 'Log#appendAsLeader' }).click();
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'Log.scala');
    await editor.screenshot('code-anchors-dark');
  });

  it('does so by the keyboard, and says the state of each', async () => {
    const link = panel.locator('pre a', { hasText: 'NumNetworkThreadsProp' });
    await link.focus();
    await editor.page.keyboard.press('Enter');
    await waitFor('the file', async () => (await editor.workbench.activeTab()) === 'KafkaConfig.scala');
    assert.equal(await panel.locator('pre a.missing').innerText(), 'kafka:kafka.log.Log#noSuchThing');
  });

  it('has the colours of the active theme', async () => {
    await editor.workbench.chooseTheme('Monokai');
    await waitFor('Monokai’s keywords', async () => (await colour('.hljs-keyword')) === 'rgb(249, 38, 114)');
    assert.equal(await colour('.hljs-comment'), 'rgb(136, 132, 111)');
    await editor.workbench.chooseTheme('Quiet Light');
    await waitFor('Quiet Light’s keywords', async () => (await colour('.hljs-keyword')) === 'rgb(75, 105, 198)');
    await editor.screenshot('code-anchors-quiet-light');
  });

  it('is written in the colour of the text where it has no other', async () => {
    await editor.workbench.chooseTheme('Light High Contrast');
    await waitFor('the theme', () => panel.evaluate(() => document.body.classList.contains('vscode-high-contrast-light')));
    // There code in a line is white on dark.
    const text = await panel.locator('article').evaluate((one) => getComputedStyle(one).color);
    assert.equal(await colour('code'), text);
    await editor.screenshot('code-light-high-contrast');
  });
});
