import type { AssetReader } from '../core/syntax/assets';
import { packReading } from '../core/symbols/packedOutline';
import { createReader, type FileReader, type Reader } from '../core/symbols/reader';
import { Rpc, type Channel, type Served } from '../core/util/rpc';
import type { HostCalls, WorkerCalls } from '../protocol/worker';

/** What a worker can do without its host. */
export interface OwnMeans {
  /** Reads a file, or answers undefined where it cannot (another scheme than `file:`). */
  readFile(uri: string): Promise<Uint8Array> | undefined;
  readonly assets?: AssetReader;
}

/** The parsing worker: serves {@link WorkerCalls} on a channel to the host. */
export function serve(channel: Channel, own: OwnMeans): void {
  const assets: AssetReader = own.assets ?? { read: (name) => host.call('readAsset', name) };
  const readFile: FileReader = (uri) => own.readFile(uri) ?? host.call('readFile', uri);
  const host = new Rpc<HostCalls, WorkerCalls>(channel, inOrder(createReader(assets, readFile)));
}

/** One call is served after the other, so that what was asked first is answered first. */
function inOrder(reader: Reader): Served<WorkerCalls> {
  let last: Promise<unknown> = Promise.resolve();
  function next<T>(work: () => T | Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  return {
    outline: (files) => next(async () => (await reader.outline(files)).map(packReading)),
    locate: (file, fragments) => next(() => reader.locate(file, fragments)),
  };
}
