import { Segments, type StoredFiles } from '../core/symbols/store/segments';
import { decodeOutlines, type Gzip, type Records } from '../core/symbols/store/outlineFile';
import { StoredIndexer, type BlobHash } from '../core/symbols/store/storedIndexer';
import type { ReadBytes } from '../core/symbols/indexer';
import { SyntaxFinder } from '../core/language/syntaxFinder';
import type { Assets } from '../core/syntax/assets';
import { OpenTrees } from '../core/syntax/openTrees';
import { Parsers } from '../core/syntax/parsers';
import { createUseFinder, type UseFinder } from '../core/uses/useFinder';
import { reportOnce } from '../core/util/report';
import { Rpc, type Channel, type Served } from '../core/util/rpc';
import type { HostCalls, WorkerCalls } from '../protocol/worker';
import { outliner } from './outliner';

/** The means of keeping outlines. */
export interface Store {
  readonly hash: BlobHash;
  readonly gzip: Gzip;
  /** The asset with the outlines that ship. */
  readonly shipped: string;
}

/** The means that a worker has without its host. */
export interface OwnMeans {
  /** Reads a file, or answers undefined where it cannot (another scheme than `file:`). */
  readFile(uri: string): Promise<Uint8Array> | undefined;
  readonly assets?: Assets;
  /** A browser has it not on a page without TLS: there every file is parsed. */
  readonly store?: Store;
}

/** The milliseconds without a call after which new outlines are written for the next window. */
const quiet = 2000;

/**
 * Runs the parsing worker: serves {@link WorkerCalls} on a channel to the host. Notes have a worker of their own, because they are
 * to be shown while all of the source is still parsed, and because each of the two loads only its own parsers.
 */
export function serve(channel: Channel, own: OwnMeans): void {
  const assets: Assets = own.assets ?? { read: (name) => host.call('readAsset', name) };
  const readFile: ReadBytes = (uri) => own.readFile(uri) ?? host.call('readFile', uri);
  const files: StoredFiles = {
    list: () => host.call('listStored'),
    read: (name) => host.call('readStored', name),
    write: (name, bytes) => host.call('writeStored', name, bytes),
    remove: (name) => host.call('removeStored', name),
  };
  const warn = (message: string): void => void host.call('warn', message);
  const { store } = own;
  const kept = store && new Segments(files, outliner, store.gzip, warn);
  const stored = store && kept && { hash: store.hash, loadShipped: () => loadShipped(assets, store, warn), kept };
  const indexer = new StoredIndexer({ assets, readFile, ...(stored && { stored }) });
  const parsers = new Parsers(assets);
  const trees = new OpenTrees();
  const report = reportOnce({ warn });
  const uses = createUseFinder(parsers, readFile, report, trees);
  const readers = { source: indexer, uses, syntax: new SyntaxFinder(parsers, assets, trees, report) };
  const host = new Rpc<HostCalls, WorkerCalls>(channel, inOrder(readers, new Quiet(() => void kept?.flush())));
}

/** Loads the outlines that ship; a build that was made without Kafka's source at hand has none. */
async function loadShipped(assets: Assets, { gzip, shipped }: Store, warn: (message: string) => void): Promise<Records> {
  const bytes = await assets.read(shipped).catch(() => undefined);
  if (bytes === undefined) return new Map();
  const records = await decodeOutlines(outliner, bytes, gzip);
  if (records === undefined) warn(`${shipped} is damaged, or made by other code; files are parsed instead`);
  return records ?? new Map();
}

interface Readers {
  readonly source: StoredIndexer;
  readonly uses: UseFinder;
  readonly syntax: SyntaxFinder;
}

/** One call is served after the other, so that what was asked first is answered first. */
function inOrder({ source, uses, syntax }: Readers, done: Quiet): Served<WorkerCalls> {
  let last: Promise<unknown> = Promise.resolve();
  function next<T>(work: () => T | Promise<T>): Promise<T> {
    const answer = last.then(work);
    last = answer.catch(() => undefined).then(() => done.request());
    return answer;
  }
  return {
    outline: (files) => next(() => source.outline(files)),
    locate: (file, fragments) => next(() => source.locate(file, fragments)),
    headers: (files) => next(() => uses.headers(files)),
    named: (files, name) => next(() => uses.named(files, name)),
    sites: (file, positions) => next(() => uses.sites(file, positions)),
    syntax: ({ uri, file, text }) => next(() => syntax.read(uri, file, text)),
  };
}

/** Acts once nothing was asked for a while. */
class Quiet {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly act: () => void) {}

  request(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.act, quiet);
  }
}
