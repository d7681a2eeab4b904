import * as vscode from 'vscode';
import { now, since, type Time } from './clock';
import { program } from './program';
import type { PeerStarts } from './report';
import { pause } from './waiting';

/**
 * Measures, in a folder that is not Kafka, how long the editor takes to start this extension, and one of its own that is about
 * Markdown too.
 */
export const run = program(async (): Promise<PeerStarts> => {
  await pause(1500);
  const ours = await start('kafka-notes.kafka-notes');
  await pause(500);
  const markdown = await start('vscode.markdown-language-features');
  return { ours, markdown };
});

/** Measures the time from asking the editor until the extension is active: loading its code and its own `activate`. */
async function start(id: string): Promise<Time> {
  const extension = vscode.extensions.getExtension(id);
  if (extension === undefined || extension.isActive) throw new Error(`${id} is not there to be started.`);
  const before = now();
  await extension.activate();
  return since(before);
}
