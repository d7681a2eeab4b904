/**
 * Prints how long the panel takes to follow the cursor to another section of the shown note, and to another note: JSON,
 * milliseconds from the key until the editor sends something to the extension's host, until the editor's own status bar has the
 * line's number, and until the page changed; and of that the time which is ours: that of all listeners to the cursor in the host, and
 * that of all listeners to the host's messages in the page.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Editor } from '../harness/editor';
import { writeFakeExtension } from '../harness/fakeExtension';
import { lineOf } from '../harness/source';
import { waitFor } from '../harness/waiting';

const clients = 'clients/src/main/java/org/apache/kafka/clients';
/** Two lines each, the first by its words, which different sections are about. */
const places = {
  sameNote: {
    file: `${clients}/consumer/internals/ConsumerNetworkClient.java`,
    words: 'pollTimeout = Math.min(pollTimeout, retry',
  },
  otherNote: { file: `${clients}/producer/internals/RecordAccumulator.java`, words: 'boolean sendable = full' },
};
const steps = 65;
/** Steps after which everything is loaded. */
const warming = 5;

/**
 * The code of an extension that writes down how long all listeners to the cursor take, those that wait for the end of the turn
 * included. It runs from the window's start, so that it is told first.
 */
const clock = (file: string): string => `
  const { appendFileSync } = require('node:fs');
  const { window } = require('vscode');
  exports.activate = () => window.onDidChangeTextEditorSelection(() => {
    const told = performance.now();
    const write = () => appendFileSync(${JSON.stringify(file)}, (performance.now() - told) + '\\n');
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(write)));
  });`;

/**
 * Adds up, in each page that is loaded from now on, how long its listeners to messages take, those parts included that wait for the
 * end of the turn. The time for which a message waits behind the work of other frames is nobody's.
 */
function clockListeners(): void {
  // The editor's own page takes listeners away again, which it could not do with those that are clocked.
  if (window === window.top) return;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its target below
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    if (type !== 'message' || this !== window || typeof listener !== 'function')
      return addEventListener.call(this, type, listener, options);
    const clocked = (event: Event): void => {
      const begun = performance.now();
      const write = () => {
        const { dataset } = document.body;
        dataset.took = String(Number(dataset.took ?? 0) + performance.now() - begun);
      };
      queueMicrotask(() => queueMicrotask(() => queueMicrotask(write)));
      listener.call(window, event);
    };
    addEventListener.call(this, type, clocked, options);
  };
}

type Times = Record<'sent' | 'status' | 'panel' | 'ours', number[]>;

async function measure(): Promise<Record<keyof typeof places, Times>> {
  const editor = await Editor.open({ size: { width: 1500, height: 1000 } });
  try {
    const file = join(editor.scratch.folder, 'listeners.txt');
    await editor.install(
      await writeFakeExtension(join(editor.scratch.folder, 'clock.vsix'), 'kafka-notes.clock', {}, { 'main.js': clock(file) }),
    );
    await editor.page.context().addInitScript(clockListeners);
    await editor.openFolder(editor.folder);
    await editor.workbench.openContainer('Kafka Notes');
    await editor.openFile(places.sameNote.file, lineOf(places.sameNote.file, places.sameNote.words), 20);
    const panel = await editor.workbench.panelFrame();
    await waitFor('a section', async () => (await sectionOf(panel)) !== '');
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
    const sameNote = await follow(editor, panel, file);
    await editor.openFile(places.otherNote.file, lineOf(places.otherNote.file, places.otherNote.words), 20);
    return { sameNote, otherNote: await follow(editor, panel, file) };
  } finally {
    await editor.dispose();
  }
}

async function sectionOf(panel: Frame): Promise<string> {
  return (await panel.locator('section[aria-current] > :is(h1, h2, h3)').allInnerTexts()).join();
}

/** Goes to and fro between a line and the next one. `listeners` is the file that has the times of the listeners. */
async function follow(editor: Editor, panel: Frame, listeners: string): Promise<Times> {
  const times: Times = { sent: [], status: [], panel: [], ours: [] };
  for (let step = 0; step < steps; step++) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const before = await sectionOf(panel);
    await rm(listeners, { force: true });
    await panel.evaluate(() => {
      delete document.body.dataset.shown;
      delete document.body.dataset.took;
    });
    await editor.page.evaluate(() => {
      delete document.body.dataset.counted;
      delete document.body.dataset.sent;
    });
    await editor.page.keyboard.press(step % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
    // Nobody asks the pages while they work: each answer would cost them a layout.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await waitFor('another section', async () => (await sectionOf(panel)) !== before);
    const pressed = Number(await editor.page.evaluate(() => document.body.dataset.pressed));
    const sent = Number(await editor.page.evaluate(() => document.body.dataset.sent));
    const shown = Number(await waitFor('its frame', () => panel.evaluate(() => document.body.dataset.shown)));
    const counted = Number(await waitFor('the number', () => editor.page.evaluate(() => document.body.dataset.counted)));
    const took = Number(await panel.evaluate(() => document.body.dataset.took));
    const listened = (await readFile(listeners, 'utf8')).trim().split('\n').map(Number);
    if (step < warming) continue;
    times.ours.push(took + listened.reduce((sum, one) => sum + one, 0));
    times.sent.push(sent - pressed);
    times.panel.push(shown - pressed);
    times.status.push(counted - pressed);
  }
  return times;
}

measure().then(
  (times) => console.log(JSON.stringify(times)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
