/**
 * Prints how long the panel takes to follow the cursor into another symbol: JSON, milliseconds from the key until the editor
 * sends something to the extension's host, until the editor's own status bar has the line's number, and until the page changed.
 */
import { Editor } from '../harness/editor';
import { lineOf } from '../harness/source';
import { waitFor } from '../harness/waiting';

const sender = 'clients/src/main/java/org/apache/kafka/clients/producer/internals/Sender.java';
const steps = 65;
/** Steps after which everything is loaded. */
const warming = 5;

async function measure(): Promise<{ sent: number[]; status: number[]; panel: number[] }> {
  const editor = await Editor.open({ size: { width: 1500, height: 1000 } });
  try {
    await editor.workbench.openContainer('Kafka Notes');
    const line = lineOf(sender, 'private void handleProduceResponse(');
    await editor.openFile(sender, line, 20);
    const panel = await editor.workbench.panelFrame();
    const section = async () => (await panel.locator('section[aria-current] > :is(h1, h2, h3)').allInnerTexts()).join();
    await waitFor('the method', async () => (await section()).includes('handleProduceResponse'));
    await editor.page.evaluate(() => {
      const keep = (event: Event) => (document.body.dataset.pressed = String(performance.timeOrigin + event.timeStamp));
      window.addEventListener('keydown', keep, true);
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its socket below
      const { send } = WebSocket.prototype;
      WebSocket.prototype.send = function (data) {
        document.body.dataset.sent ??= String(performance.timeOrigin + performance.now());
        send.call(this, data);
      };
      const line = document.querySelector('[id="status.editor.selection"]');
      if (line === null) throw new Error('There is no line number.');
      // The editor writes it in an animation frame: that frame shows it.
      const count = () => (document.body.dataset.counted = String(performance.timeOrigin + performance.now()));
      new MutationObserver(count).observe(line, { childList: true, subtree: true, characterData: true });
    });
    await panel.evaluate(() => {
      const note = document.querySelector('article');
      if (note === null) throw new Error('There is no note.');
      new MutationObserver(() => {
        requestAnimationFrame(() => (document.body.dataset.shown = String(performance.timeOrigin + performance.now())));
      }).observe(note, { attributeFilter: ['aria-current'], subtree: true });
    });
    const times = { sent: [] as number[], status: [] as number[], panel: [] as number[] };
    for (let step = 0; step < steps; step++) {
      // Up leads into the comment above the method, which belongs to the class; down back again.
      await new Promise((resolve) => setTimeout(resolve, 400));
      const before = await section();
      await panel.evaluate(() => delete document.body.dataset.shown);
      await editor.page.evaluate(() => {
        delete document.body.dataset.counted;
        delete document.body.dataset.sent;
      });
      await editor.page.keyboard.press(step % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      // Nobody asks the pages while they work: each answer would cost them a layout.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await waitFor('another section', async () => (await section()) !== before);
      const pressed = Number(await editor.page.evaluate(() => document.body.dataset.pressed));
      const sent = Number(await editor.page.evaluate(() => document.body.dataset.sent));
      const shown = Number(await waitFor('its frame', () => panel.evaluate(() => document.body.dataset.shown)));
      const counted = Number(await waitFor('the number', () => editor.page.evaluate(() => document.body.dataset.counted)));
      if (step < warming) continue;
      times.sent.push(sent - pressed);
      times.panel.push(shown - pressed);
      times.status.push(counted - pressed);
    }
    return times;
  } finally {
    await editor.dispose();
  }
}

measure().then(
  (times) => console.log(JSON.stringify(times)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
