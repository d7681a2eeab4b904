import { assert } from 'chai';
import { htmlAttacks } from '../hostile/htmlAttacks';
import { Beacon } from './harness/beacon';
import { disposeAfterwards, Editor } from './harness/editor';
import { lineOf } from './harness/source';
import { waitFor } from './harness/waiting';

const segment = 'core/src/main/scala/kafka/log/LogSegment.scala';

/** The ways in which a note can try to make a request to an address, or to run something. */
function attacks(to: string): readonly string[] {
  return [
    `![a](${to}/image.png)`,
    `![a](<${to}/pointy.png>)`,
    `![a][image]\n\n[image]: ${to}/reference.png`,
    `![shortcut]\n\n[shortcut]: <${to}/shortcut.png> 'title'`,
    `[![a](${to}/linked.png)](${to}/link)`,
    `![a](//${to.replace(/^http:\/\//, '')}/no-scheme.png)`,
    `![a](HTTP://${to.replace(/^http:\/\//, '')}/capitals.png)`,
    `![a](kafka:/../${to}/anchor.png)`,
    `<img src="${to}/html.png">`,
    `<img srcset="${to}/srcset.png 1x">`,
    `<picture><source srcset="${to}/source.png"></picture>`,
    `<link rel="stylesheet" href="${to}/style.css">`,
    `<style>@import "${to}/import.css"; body { background: url(${to}/background.png) }</style>`,
    `<p style="background: url(${to}/style.png)">a</p>`,
    `<script src="${to}/script.js"></script>`,
    `<script>fetch("${to}/inline.js")</script>`,
    `<img src=x onerror="fetch('${to}/onerror')">`,
    `<svg onload="fetch('${to}/onload')"><image href="${to}/svg.png"/></svg>`,
    `<iframe src="${to}/frame.html"></iframe>`,
    `<object data="${to}/object"></object><embed src="${to}/embed">`,
    `<video src="${to}/video.mp4" autoplay></video><audio src="${to}/audio.mp3" autoplay></audio>`,
    `<form action="${to}/form"><input type="image" src="${to}/input.png"></form>`,
    `<meta http-equiv="refresh" content="0; url=${to}/refresh">`,
    `<base href="${to}/">\n\n![a](after-base.png)`,
    `<link rel="prefetch" href="${to}/prefetch"><link rel="dns-prefetch" href="${to}/dns">`,
    `| ![a](${to}/table.png) |\n| - |\n| ![a](${to}/cell.png) |`,
    `- [ ] ![a](${to}/task.png)`,
    `> ![a](${to}/quotation.png)`,
    `a[^note]\n\n[^note]: ![a](${to}/footnote.png)`,
    `**x \`\`a** ![a](${to}/differently-parsed.png) \`b\`\` y**`,
    `\`\`\`mermaid\nflowchart LR\n  a@{ img: "${to}/mermaid.png", label: "a", w: 60, h: 60 } --> b["<img src='${to}/label.png'>"]\n  click a "${to}/click"\n  style a fill:url(${to}/fill.png)\n\`\`\``,
    `\`\`\`mermaid\n%%{init: {"themeCSS": ".node { background: url(${to}/theme.css) }", "fontFamily": "x; @import url(${to}/font.css)"}}%%\nflowchart LR\n  a --> b\n\`\`\``,
    ...htmlAttacks(to),
    `[run](command:kafkaNotes.link.markRead?%5B%5D) [file](file:///etc/passwd) [host](file://${to.replace(/^http:\/\//, '')}/share)`,
  ];
}

describe('a hostile note', () => {
  let beacon: Beacon;
  let editor: Editor;
  disposeAfterwards(() => editor);
  before(async () => {
    beacon = await Beacon.open();
    const to = beacon.address;
    const section = (anchor: string, text: string): string => `## [${anchor}](kafka:${anchor})\n\nHostile words.\n\n${text}\n`;
    const ways = attacks(to);
    editor = await Editor.open({
      size: { width: 1600, height: 1000 },
      notes: {
        'README.md': `# Evil ![a](${to}/outline.png)\n\n- [Evil ![a](${to}/entry.png)](evil.md)\n`,
        'evil.md': `---\ntitle: "Evil ![a](${to}/title.png) <img src='${to}/title-html.png'>"\nsummary: "![a](${to}/summary.png)"\n---\n\n# Evil\n\n${section('kafka.log.LogSegment#append', ways.join('\n\n'))}`,
      },
    });
    // The beacon is reached by who may reach it.
    await editor.page.context().request.get(`${to}/control`);
    assert.deepEqual(beacon.asked.splice(0), ['/control']);
  });
  after(() => beacon.close());

  it('makes no request from a hover, which has no link but ours', async () => {
    const line = lineOf(segment, 'def append(largestOffset: Long');
    await editor.openFile(segment, line);
    await editor.text.hover('append(', line, /Hostile words/);
    const hover = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    const reached = await hover
      .locator('img, a')
      .evaluateAll((elements) =>
        elements.map(
          (element) => element.getAttribute('src') ?? element.getAttribute('data-href') ?? element.getAttribute('href') ?? '',
        ),
      );
    const foreign = reached.filter((address) => !/^(?:command:kafkaNotes\.link\.|#?$)/.test(address));
    assert.deepEqual(foreign, []);
    assert.isAbove(reached.length - foreign.length, 3, 'our own links are there');
    assert.isEmpty(
      reached.filter((address) => address.startsWith('command:kafkaNotes.link.markRead') && address.endsWith('%5B%5D')),
    );
    await editor.screenshot('hostile-hover');
    assert.deepEqual(beacon.asked, []);
  });

  it('makes no request from the panel, the outline, the search or the map', async () => {
    await editor.workbench.openContainer('Kafka Notes');
    await editor.text.hover('append(', lineOf(segment, 'def append(largestOffset: Long'), /Hostile words/);
    const title = editor.page.locator('.monaco-hover:not(.hidden) .hover-contents a', { hasText: 'Evil' });
    await title.first().click();
    const panel = await editor.workbench.panelFrame();
    await waitFor('the hostile note', async () => (await panel.locator('article', { hasText: 'Hostile words' }).count()) > 0);
    await waitFor('the diagrams', async () => (await panel.locator('figure[aria-busy]').count()) === 0);
    // The note has a tag that notes may have, so it passed the purifier; each word of an author's HTML is text.
    const made = await panel
      .locator('article')
      .evaluate((article) =>
        [...article.querySelectorAll('*')].flatMap((one) => [
          ...(/^(?:script|style|iframe|form|template|object|embed|base|link|meta|x-a)$/i.test(one.tagName) ? [one.tagName] : []),
          ...[...one.attributes].filter(({ name }) => /^on|^name$|^is$|^srcset$/.test(name)).map(({ name }) => name),
        ]),
      );
    assert.deepEqual(made, []);
    assert.isAbove(await panel.locator('article kbd').count(), 0);
    assert.include(await panel.locator('article').innerText(), '<img src=x onerror=run()>');
    await editor.screenshot('hostile-panel');
    await editor.workbench.runCommand('Kafka Notes: Show Map');
    await editor.page.mouse.move(800, 500);
    assert.deepEqual(beacon.asked, []);
  });
});
