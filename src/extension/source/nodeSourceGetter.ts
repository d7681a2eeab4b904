import type { SourceGetter } from '../editor/platform';

/** Gets Kafka's source in a host that can write files. The code for it is loaded when it is asked for. */
export const nodeSourceGetter: SourceGetter = {
  version: '2.2.0',
  async origins() {
    const { listOrigins } = await import('./fetchSource');
    return listOrigins();
  },
  async get({ from, into, token, report }) {
    const { fetchSource } = await import('./fetchSource');
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      return await fetchSource({ from, into: into.fsPath, signal: abort.signal, report });
    } finally {
      listening.dispose();
    }
  },
};
