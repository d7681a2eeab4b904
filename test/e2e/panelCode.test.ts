import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const log = 'core/src/main/scala/kafka/log/Log.scala';
/** It quotes some lines of the method. */
const quote = 'kafka.log.Log#flush(Long):~:text=if%20(offset,segment.flush()';

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

## Shown

The leader appends so:

\`\`\`kafka
kafka.log.Log#appendAsLeader
\`\`\`

\`\`\`kafka
${quote}
\`\`\`

- In a list:
  \`\`\`kafka
  kafka:kafka.server.KafkaConfig$#NumNetworkThreadsProp
  \`\`\`

\`\`\`kafka
kafka.log.Log
\`\`\`

\`\`\`kafka
kafka.log.Log#flush
\`\`\`

\`\`\`kafka
kafka.log.Log#noSuchThing
\`\`\`

\`\`\`kafka
kafka.log..Log
\`\`\`

\`\`\`kafka
\`\`\`

The last words.
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
    await waitFor('the code', async () => (await panel.locator('.excerpt pre').count()) === 4);
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

  const excerpt = (words: string) => panel.locator('.excerpt', { hasText: words });
  const place = (words: string) => excerpt(words).locator('figcaption a').innerText();

  it('is shown from the source, with its file and lines', async () => {
    const first = lineOf(log, 'if (offset <= this.recoveryPoint)');
    const shown = excerpt('recoveryPoint').first();
    assert.match(await shown.locator('figcaption a').innerText(), new RegExp(`^Log\\.scala:${first}–\\d+$`));
    const lines = (await shown.locator('pre code').innerText()).split('\n');
    assert.equal(lines[0], 'if (offset <= this.recoveryPoint)');
    assert.isAbove(lines.length, 3);
    assert.isAbove(await shown.locator('.hljs-keyword').count(), 0);
    assert.match(await place('NumNetworkThreadsProp'), /^KafkaConfig\.scala:\d+$/);
    await shown.scrollIntoViewIfNeeded();
    await editor.screenshot('excerpts-dark');
  });

  it('leads from its place to the code, by mouse and by keyboard, and the note stays', async () => {
    const first = lineOf(log, 'if (offset <= this.recoveryPoint)');
    const isThere = async () =>
      (await editor.workbench.activeTab()) === 'Log.scala' && (await editor.workbench.cursor())?.line === first;
    const link = excerpt('recoveryPoint').first().locator('figcaption a');
    await link.click();
    await waitFor('the line', isThere);
    await editor.workbench.goToLine(1);
    await link.focus();
    await editor.page.keyboard.press('Enter');
    await waitFor('the line again', isThere);
    assert.isTrue(await excerpt('recoveryPoint').first().isVisible());
  });

  it('is copied as it is shown', async () => {
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const shown = excerpt('recoveryPoint').first();
    await shown.locator('figcaption button').click();
    await waitFor('the word', async () => (await shown.locator('figcaption button').innerText()) === 'Copied');
    const copied = await editor.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await shown.locator('pre code').textContent());
  });

  it('shows what was cut where it stands, and folds it up again, and nothing jumps', async () => {
    const long = excerpt('class Log(');
    const lines = async () => (await long.locator('pre code').innerText()).split('\n').length;
    assert.equal(await lines(), 15);
    await long.scrollIntoViewIfNeeded();
    const top = () => long.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    const more = long.locator('[data-more]');
    assert.equal(await more.innerText(), 'Show 300 lines');
    await more.focus();
    const before = await top();
    await editor.page.keyboard.press('Enter');
    await waitFor('more lines', async () => (await lines()) === 300);
    assert.approximately(await top(), before, 2);
    assert.match(await long.locator('[data-part="foot"] a').innerText(), /^300 of \d+ lines are shown here/);
    assert.isTrue(await more.evaluate((one) => one === document.activeElement), 'the focus stays');
    await editor.page.keyboard.press('Enter');
    await waitFor('fewer lines', async () => (await lines()) === 15);
    await waitFor('the excerpt at its place', async () => Math.abs((await top()) - before) < 3);
  });

  it('never shows a wrong place: it says how its anchor stands, and leads to what could be meant', async () => {
    const said = (name: string) => panel.locator('.excerpt', { has: panel.locator(`figcaption a.${name}`) }).innerText();
    await waitFor('the missing one', async () => (await said('missing')).includes('Missing: this source has no such symbol.'));
    assert.include(await said('malformed'), 'Malformed anchor');
    assert.include(await panel.locator('.excerpt:not([data-excerpt])').innerText(), 'This excerpt has no anchor');
    const several = panel.locator('.excerpt', { has: panel.locator('figcaption a.ambiguous') });
    assert.include(await several.innerText(), 'Ambiguous: 2 symbols fit.');
    assert.equal(await several.locator('pre').count(), 0);
    await several.locator('[data-place]', { hasText: 'flush(Long)' }).click();
    const line = lineOf(log, 'def flush(offset: Long)');
    await waitFor('the one that was chosen', async () => (await editor.workbench.cursor())?.line === line);
  });

  it('fits into a narrow panel, where its code scrolls by itself', async () => {
    const wide = await panel.evaluate(() => {
      const { style } = document.documentElement;
      style.width = '300px';
      const main = document.querySelector('main');
      const overflows = [...document.querySelectorAll('.excerpt')].filter((one) => one.getBoundingClientRect().right > 300);
      const buttons = [...document.querySelectorAll('.excerpt .copy')].filter((one) => one.getBoundingClientRect().right > 300);
      const found = [main?.scrollWidth === main?.clientWidth, overflows.length, buttons.length];
      return found;
    });
    await editor.screenshot('excerpts-narrow');
    await panel.evaluate(() => (document.documentElement.style.width = ''));
    assert.deepEqual(wide, [true, 0, 0]);
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
    await excerpt('class Log(').scrollIntoViewIfNeeded();
    await editor.screenshot('code-light-high-contrast');
  });
});
