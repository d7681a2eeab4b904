import type { Project } from '../../source/project';
import type { SourceGetter } from '../editor/platform';

/** Gets a project's source in a host that can write files. The code that does the work is loaded when it is asked for. */
export function nodeSourceGetter({ version, loadRelease }: Project): SourceGetter {
  return {
    version,
    async origins() {
      const { listOrigins } = await import('./fetchSource');
      return listOrigins();
    },
    async get({ from, into, token, report }) {
      const { fetchSource } = await import('./fetchSource');
      const abort = new AbortController();
      const listening = token.onCancellationRequested(() => abort.abort());
      try {
        return await fetchSource({ release: await loadRelease(), from, into: into.fsPath, signal: abort.signal, report });
      } finally {
        listening.dispose();
      }
    },
  };
}
