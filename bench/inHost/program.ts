import { reportMark } from './report';

/** Returns the module that VS Code runs in its extension host: its `run` reports what `measure` found. */
export function program(measure: () => Promise<unknown>): () => Promise<void> {
  return async () => console.log(reportMark + JSON.stringify(await measure()));
}
