/**
 * Prints how long the panel takes to open a long note: JSON, milliseconds from the click on a link to the note until its text is
 * there, and until all of its code is. The note comes plain, with 40 blocks of pasted code, and with 40 excerpts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Editor } from '../harness/editor';
import { kafkaSource } from '../harness/scratch';
import { waitFor } from '../harness/waiting';

const count = 40;
const rounds = 25;
/** Rounds after which everything is loaded. */
const warming = 3;
const kinds = ['plain', 'pasted', 'excerpts'] as const;
type Kind = (typeof kinds)[number];

/** The shipped note on the producer without its diagrams and excerpts, in parts of one paragraph or list. */
function blocksOf(): string[] {
  const text = readFileSync(join(__dirname, '..', '..', '..', 'notes', 'en', 'core-design', 'producer.md'), 'utf8');
  const body = text.replace(/^---[\s\S]*?\n---\n/, '').replace(/```[\s\S]*?```/g, '');
  return body.split(/\n{2,}/).filter((block) => block.trim() !== '' && !block.startsWith('# ') && !block.includes('!['));
}

function notes(): Record<string, string> {
  const blocks = blocksOf();
  const anchors = [...new Set(blocks.join('\n').match(/kafka:[\w.]+#\w+(?=\))/g) ?? [])].slice(0, count);
  const log = readFileSync(join(kafkaSource(), 'core/src/main/scala/kafka/log/Log.scala'), 'utf8').split('\n');
  const code: Record<Kind, (at: number) => string> = {
    plain: () => '',
    pasted: (at) => `\`\`\`scala\n${log.slice(600 + at * 15, 615 + at * 15).join('\n')}\n\`\`\``,
    excerpts: (at) => `\`\`\`kafka\n${anchors[at] ?? ''}\n\`\`\``,
  };
  const links = kinds.map((kind) => `[to ${kind}](${kind}.md)`).join(' ');
  return Object.fromEntries(
    kinds.map((kind) => {
      const parts = blocks.map((block, at) => (at < count ? `${block}\n\n${code[kind](at)}` : block));
      return [`${kind}.md`, `# The note ${kind}\n\n${links}\n\n${parts.join('\n\n')}\n`];
    }),
  );
}

/** Opens a note by its link, and returns the milliseconds until its text and until its code is there. */
function open(panel: Frame, kind: Kind): Promise<{ text: number; code: number }> {
  return panel.evaluate(
    ([name, most]) =>
      new Promise<{ text: number; code: number }>((resolve, reject) => {
        const link = [...document.querySelectorAll('a')].find((one) => one.textContent === `to ${name}`);
        const article = document.querySelector('article');
        if (link === undefined || article === null) return reject(new Error(`There is no link to ${name}.`));
        const began = performance.now();
        let text: number | undefined;
        const look = (): void => {
          if (document.querySelector('h1')?.textContent !== `The note ${name}`) return;
          text ??= performance.now() - began;
          if (article.querySelector('.excerpt[aria-busy]') !== null) return;
          observer.disconnect();
          const shown = text;
          const code = performance.now() - began;
          // The frame that shows it.
          requestAnimationFrame(() => resolve({ text: shown, code }));
        };
        const observer = new MutationObserver(look);
        observer.observe(article, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
        setTimeout(() => reject(new Error(`${name} was not shown.`)), most);
        link.click();
      }),
    [kind, 60_000] as const,
  );
}

async function measure(): Promise<Record<Kind, { text: number[]; code: number[] }>> {
  const editor = await Editor.open({ notes: notes(), size: { width: 1500, height: 1000 } });
  try {
    await editor.workbench.openContainer('Kafka Notes');
    await editor.workbench.runCommand('Kafka Notes: Search Notes and Code…');
    await editor.workbench.answer('The note excerpts');
    const panel = await editor.workbench.panelFrame();
    await waitFor('the code', async () => (await panel.locator('.excerpt pre').count()) === count);
    const times = { plain: { text: [], code: [] }, pasted: { text: [], code: [] }, excerpts: { text: [], code: [] } } as Record<
      Kind,
      { text: number[]; code: number[] }
    >;
    for (let round = 0; round < rounds; round++) {
      for (const kind of kinds) {
        // Nothing of the note before may still be going on.
        await new Promise((resolve) => setTimeout(resolve, 300));
        const { text, code } = await open(panel, kind);
        if (round < warming) continue;
        times[kind].text.push(text);
        times[kind].code.push(code);
      }
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
