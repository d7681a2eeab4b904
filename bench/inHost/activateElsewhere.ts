import { startExtension } from './extension';
import { program } from './program';
import type { Start } from './report';
import { pause } from './waiting';

/** Measures the start of the extension in a folder that is not Kafka and has no notes. */
export const run = program(async (): Promise<Start> => {
  await pause(1500);
  const { load, activate } = await startExtension();
  return { load, activate };
});
