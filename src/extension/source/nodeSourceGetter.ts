import type { SourceGetter, SourceWish } from '../platform';
import type { SourceOrigin } from '../../source/getSource';

/** Gets Kafka's source in a host that can write files. What does the work is loaded when it is asked for. */
export const nodeSourceGetter: SourceGetter = {
  version: '2.2.0',
  async origins(): Promise<readonly SourceOrigin[]> {
    const { hasMaven } = await import('../../source/maven');
    return (await hasMaven()) ? ['maven', 'archive', 'github'] : ['archive', 'github'];
  },
  async get({ from, into, token, report }: SourceWish): Promise<void> {
    const [{ getSource }, { kafka220 }] = await Promise.all([import('../../source/getSource'), import('../../source/release')]);
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      await getSource({ release: kafka220, from, into: into.fsPath, signal: abort.signal, report });
    } finally {
      listening.dispose();
    }
  },
};
