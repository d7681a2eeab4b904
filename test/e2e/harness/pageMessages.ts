import type { Frame, Page } from 'playwright-core';

/** A page's end of the channel to its host, as the editor gives it to the page. */
interface PageApi {
  postMessage(message: unknown): void;
}

/** An answer of the host, by the id of the call. */
export interface Answer {
  readonly kind: string;
  readonly id: number;
  readonly value?: unknown;
}

/** A number above all ids that the page itself gives to its calls. */
const firstId = 1_000_000_000;

/** Keeps what the editor gives to each page that is made from now on, so that a test can speak in the page's place. */
export async function overhearPages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let acquire: (() => PageApi) | undefined;
    Object.defineProperty(globalThis, 'acquireVsCodeApi', {
      configurable: true,
      set: (given: () => PageApi) => (acquire = given),
      get: () => (): PageApi | undefined => {
        const api = acquire?.();
        Object.assign(globalThis, { overheard: api });
        return api;
      },
    });
  });
}

/**
 * Sends messages from a page to its host, each `times` times, then asks whether the host is ready. Returns all answers in the
 * order of the messages, whose ids count from 0; the last one says that the host is ready.
 */
export async function exchange(frame: Frame, messages: readonly unknown[], times = 1): Promise<readonly Answer[]> {
  const calls = messages.map((message, index) => withId(message, firstId + index));
  const last = firstId + calls.length;
  const answers = await frame.evaluate(
    ({ calls, last, times }) =>
      new Promise<Answer[]>((resolve) => {
        const { overheard } = globalThis as unknown as { overheard: PageApi };
        const answers: Answer[] = [];
        window.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
          if (data.id < last - calls.length) return;
          answers.push(data);
          // The answers to slow calls come later.
          if (data.id === last) setTimeout(() => resolve(answers), 1000);
        });
        for (let time = 0; time < times; time++) for (const call of calls) overheard.postMessage(call);
        overheard.postMessage({ kind: 'call', id: last, method: 'ready', args: [] });
      }),
    { calls, last, times },
  );
  return answers.map((answer) => ({ ...answer, id: answer.id - firstId })).sort((one, other) => one.id - other.id);
}

function withId(message: unknown, id: number): unknown {
  const isOpen = typeof message === 'object' && message !== null && !Array.isArray(message) && !('id' in message);
  return isOpen ? { ...message, id } : message;
}
