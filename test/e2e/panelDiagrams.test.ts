import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const clients = 'clients/src/main/java/org/apache/kafka/clients';
const text = `# Pictures

\`\`\`mermaid
%%{init: {"themeCSS": ".node rect { fill: url(https://example.test/x.png) }"}}%%
flowchart LR
  A["doSend <script>alert(1)</script>"] -->|append| B[(RecordAccumulator)]
  B e1@-->|drain| C{Sender.run}
  %% kafka:org.apache.kafka.clients.NetworkClient#poll
  C ---> E([Selector])
  D[gone]
  click A "kafka:org.apache.kafka.clients.producer.KafkaProducer#doSend"
  click e1 "kafka:org.apache.kafka.clients.producer.internals.RecordAccumulator#drain"
  click D "kafka:org.apache.kafka.NoSuchThing"
  click C "javascript:alert(1)"
\`\`\`

## In sequence

\`\`\`mermaid
sequenceDiagram
  participant U as User
  %% kafka:org.apache.kafka.clients.producer.internals.Sender
  participant S
  %% kafka:org.apache.kafka.clients.producer.internals.Sender#wakeup
  U->>S: wake up
\`\`\`

## Broken

\`\`\`mermaid
flowchart LR
  A --> B[never closed
  click A "kafka:org.apache.kafka.clients.producer.KafkaProducer#flush"
\`\`\`
`;

/** Other kinds, with what Mermaid has colours of its own for; and one that is larger than any panel. */
const kinds = `# Kinds

\`\`\`mermaid
gantt
  title A plan
  dateFormat YYYY-MM-DD
  section One
  First :a1, 2024-01-01, 30d
  Second :crit, after a1, 20d
  section Two
  Third :active, 2024-01-12, 12d
  Fourth :done, 2024-02-12, 12d
\`\`\`

\`\`\`mermaid
gitGraph
  commit
  branch dev
  commit
\`\`\`

\`\`\`mermaid
erDiagram
  TOPIC ||--o{ PARTITION : has
  PARTITION {
    int id
    string leader
  }
\`\`\`

\`\`\`mermaid
xychart-beta
  x-axis [a, b]
  bar [3, 5]
  line [3, 5]
\`\`\`

\`\`\`mermaid
mindmap
  root((Kafka))
    Broker
\`\`\`

## Large

\`\`\`mermaid
flowchart TD
${Array.from({ length: 60 }, (_, at) => `  N${at}["Node number ${at}"] --> N${(at * 7 + 3) % 60}\n  N${at} --> N${(at + 1) % 60}`).join('\n')}
\`\`\`

After it.
`;

describe('diagrams in the note panel', () => {
  let editor: Editor;
  let panel: Frame;
  const complaints: string[] = [];
  disposeAfterwards(() => editor);

  before(async () => {
    editor = await Editor.open({ notes: { 'pictures.md': text, 'kinds.md': kinds }, size: { width: 1600, height: 1100 } });
    editor.page.on('console', (message) => {
      if (/Content Security Policy.*script/.test(message.text())) complaints.push(message.text());
    });
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Pictures');
    panel = await editor.workbench.panelFrame();
    await waitFor('the pictures', async () => (await panel.locator('.diagram svg').count()) === 2);
    await waitFor('the broken one', async () => (await panel.locator('.diagram.broken').count()) === 1);
  });

  async function isAt(file: string, unique: string): Promise<void> {
    const name = file.split('/').at(-1);
    await waitFor(`the file ${String(name)}`, async () => (await editor.workbench.activeTab()) === name);
    const line = lineOf(file, unique);
    await waitFor(`the cursor in line ${line}`, async () => (await editor.workbench.cursor())?.line === line);
  }

  it('lead from a node to its code by a click', async () => {
    await panel.locator('.diagram svg a[role=link]', { hasText: 'doSend' }).click();
    await isAt(`${clients}/producer/KafkaProducer.java`, 'private Future<RecordMetadata> doSend(');
  });

  it('lead from an arrow to its code by the keyboard', async () => {
    const arrow = panel.locator('.diagram svg a:not([tabindex="-1"])', { hasText: 'drain' });
    await arrow.press('Enter');
    await isAt(`${clients}/producer/internals/RecordAccumulator.java`, 'public Map<Integer, List<ProducerBatch>> drain(');
  });

  it('lead from an arrow without words, a message and a participant', async () => {
    const names = await panel
      .locator('.diagram svg a:not([tabindex="-1"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    assert.isTrue(
      names.some((name) => name?.startsWith('org.apache.kafka.clients.NetworkClient#poll')),
      names.join('\n'),
    );
    await panel.locator('.diagram svg a', { hasText: 'wake up' }).first().click();
    await isAt(`${clients}/producer/internals/Sender.java`, 'public void wakeup() {');
    assert.equal(
      await panel.locator('.diagram svg a', { hasText: /^(?!wake).*S$/ }).count(),
      2,
      'the participant, above and below',
    );
  });

  it('show the state of an anchor that leads nowhere', async () => {
    await waitFor('the state', async () => (await panel.locator('.diagram svg a.missing').count()) === 1);
  });

  it('run and load nothing', async () => {
    const found = await panel.evaluate(() => ({
      elements: document.querySelectorAll('.diagram :is(script, image, img, iframe, foreignObject, style, animate, set)').length,
      links: [...document.querySelectorAll('.diagram a')].filter(
        (link) => link.getAttribute('href')?.startsWith('kafka:') !== true,
      ).length,
      outside: [
        ...[...document.querySelectorAll('.diagram svg')].map((svg) => svg.outerHTML),
        ...document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
      ].some((one) => one.includes('example.test')),
    }));
    assert.deepEqual(found, { elements: 0, links: 0, outside: false });
    assert.isEmpty(complaints);
    const policy = (await panel.locator('meta[http-equiv]').getAttribute('content')) ?? '';
    assert.include(policy, "default-src 'none'");
    assert.notInclude(policy, 'unsafe');
  });

  it('show their error and their text where they are broken, and the code that they name', async () => {
    const broken = panel.locator('.diagram.broken');
    assert.match(await broken.locator('pre.error').innerText(), /^Parse error on line \d/);
    assert.include(await broken.locator('.code').innerText(), 'never closed');
    assert.include(await broken.locator('ul.places').innerText(), 'A');
  });

  it('are enlarged by button, key and wheel, and scroll inside', async () => {
    const figure = panel.locator('.diagram').first();
    const frame = figure.locator('.frame');
    const width = () => frame.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    await figure.locator('.tools button').nth(1).click();
    const larger = await width();
    assert.isAbove(larger, before * 1.2);
    await frame.focus();
    await editor.page.keyboard.press('+');
    assert.isAbove(await width(), larger * 1.2);
    await editor.page.keyboard.press('ArrowRight');
    await waitFor('the frame to scroll', () => frame.evaluate((one) => one.scrollLeft > 0));
    await editor.page.keyboard.press('0');
    assert.closeTo(await width(), before, 1);
    await frame.hover();
    await editor.page.keyboard.down('Control');
    await editor.page.mouse.wheel(0, -200);
    await editor.page.keyboard.up('Control');
    await waitFor('the wheel', async () => (await width()) > before * 1.2);
  });

  it('take the colours of another theme at once', async () => {
    const fill = () =>
      panel
        .locator('.diagram svg .node rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    const dark = await fill();
    await editor.workbench.chooseTheme('Light Modern');
    await waitFor('another colour', async () => (await fill()) !== dark);
    await editor.screenshot('diagrams-light');
  });

  it('have the colours of the theme, whatever their kind', async () => {
    await editor.workbench.chooseTheme('Dark Modern');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('Kinds');
    await waitFor('the pictures', async () => (await panel.locator('.diagram svg').count()) === 6);
    const colours = await panel.locator('.diagram svg').evaluateAll((pictures) =>
      pictures.map((picture) =>
        [...picture.querySelectorAll('rect, circle, path, line, text, tspan')].flatMap((one) => {
          const { fill, stroke, visibility } = getComputedStyle(one);
          return visibility === 'hidden' ? [] : one.matches('text, tspan') ? [fill] : [fill, stroke];
        }),
      ),
    );
    // White, pure red, light grey and the cream of Mermaid's charts; and black, but for what has no fill of its own.
    const foreign = ['rgb(255, 255, 255)', 'rgb(255, 0, 0)', 'rgb(211, 211, 211)', 'rgb(255, 244, 221)'];
    for (const found of colours) assert.notIncludeMembers(found, foreign);
    const texts = await panel
      .locator('.diagram svg text')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).fill === 'rgb(0, 0, 0)').map((one) => one.textContent));
    assert.deepEqual(texts, [], 'no black text in the dark');
    const [node, word] = await panel
      .locator('.mindmap-node')
      .first()
      .evaluate((one) =>
        ['circle', '.text-outer-tspan'].map((part) => one.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()),
      );
    assert(node !== undefined && word !== undefined);
    assert.closeTo(word.x + word.width / 2, node.x + node.width / 2, 2, 'the word is in the middle of its circle');
  });

  it('that are large open fitted to the panel, and are pulled by the mouse when they are enlarged', async () => {
    const figure = panel.locator('.diagram').last();
    const frame = figure.locator('.frame');
    const hidden = () =>
      frame.evaluate(({ clientWidth, clientHeight, scrollWidth, scrollHeight }) =>
        Math.min(scrollWidth - clientWidth, scrollHeight - clientHeight),
      );
    assert.isAtMost(await hidden(), 1, 'all of it');
    await frame.scrollIntoViewIfNeeded();
    await frame.focus();
    for (let press = 0; press < 12; press++) await editor.page.keyboard.press('+');
    await waitFor('a picture larger than its frame', async () => (await hidden()) > 300);
    await frame.evaluate((one) => one.scrollTo(0, 0));
    await frame.hover({ position: { x: 200, y: 150 } });
    const box = await frame.boundingBox();
    assert(box !== null);
    await editor.page.mouse.down();
    await editor.page.mouse.move(box.x + 50, box.y + 50, { steps: 5 });
    await editor.page.mouse.up();
    const [left, top] = await frame.evaluate((one) => [one.scrollLeft, one.scrollTop]);
    assert.closeTo(left, 150, 2, 'pulled by the mouse');
    assert.closeTo(top, 100, 2);
  });
});
