import { assert } from 'chai';
import * as vscode from 'vscode';
import { packReading, type PackedReading } from '../../../src/core/symbols/packedOutline';
import { SourceReader } from '../../../src/extension/model/sourceReader';
import type { Platform, WorkerHandle } from '../../../src/extension/platform';
import type { SourceRequest } from '../../../src/protocol/worker';

interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: readonly [readonly SourceRequest[]];
}

/** Starts workers that read everything, and die of files that are called so. */
class Workers {
  started = 0;

  constructor(private readonly deadly: (file: string) => boolean) {}

  create(): Promise<WorkerHandle> {
    this.started++;
    let receive: ((message: unknown) => void) | undefined;
    let die: ((why: string) => void) | undefined;
    return Promise.resolve({
      send: (message) => {
        const { id, args } = message as Call;
        const files = args[0].map(({ file }) => file);
        if (files.length > 0 ? files.some(this.deadly) : this.deadly('')) queueMicrotask(() => die?.('died'));
        else queueMicrotask(() => receive?.({ kind: 'result', id, value: files.map(readingOf) }));
      },
      listen: (listener) => (receive = listener),
      onDeath: (died) => (die = died),
      terminate: () => undefined,
    });
  }
}

function readingOf(file: string): PackedReading {
  return packReading({ file, outline: { packages: [], symbols: [], hasErrors: false } });
}

function requests(...files: readonly string[]): SourceRequest[] {
  return files.map((file) => ({ file, uri: `file:///${file}` }));
}

describe('the reader of source files', () => {
  let log: vscode.LogOutputChannel;
  before(() => (log = vscode.window.createOutputChannel('test', { log: true })));
  after(() => log.dispose());

  function readerWith(workers: Workers): SourceReader {
    const folders = {
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(undefined),
      identity: (uri: string) => Promise.resolve(uri),
    };
    const platform: Platform = { createWorker: () => workers.create(), folders, source: undefined, home: undefined };
    return new SourceReader(platform, vscode.Uri.parse('file:///'), log);
  }

  it('starts no worker before there is something to read', async () => {
    const workers = new Workers(() => false);
    const reader = readerWith(workers);
    assert.equal(workers.started, 0);
    assert.deepEqual(await reader.outline(requests('A.java')), [readingOf('A.java')]);
    assert.equal(workers.started, 1);
    reader.dispose();
  });

  it('blames the one file that kills the worker, and reads the others', async () => {
    const workers = new Workers((file) => file === 'Bad.java');
    const reader = readerWith(workers);
    const readings = await reader.outline(requests('A.java', 'Bad.java', 'B.java'));
    assert.deepEqual(
      readings.map((reading) => ('unread' in reading ? reading.unread : reading.file)),
      ['A.java', 'crashed', 'B.java'],
    );
    assert.isFalse(reader.isBroken);
    reader.dispose();
  });

  it('reads a file that keeps killing the worker no more', async () => {
    const workers = new Workers((file) => file === 'Bad.java');
    const reader = readerWith(workers);
    for (let round = 0; round < 5; round++) await reader.outline(requests('Bad.java'));
    const started = workers.started;
    assert.equal((await reader.outline(requests('Bad.java', 'A.java'))).length, 2);
    assert.equal(workers.started, started);
    reader.dispose();
  });

  it('gives up a worker that cannot run, says why, and tries again when asked', async () => {
    let isBroken = true;
    const workers = new Workers(() => isBroken);
    const reader = readerWith(workers);
    const said: string[] = [];
    reader.onDidFail((why) => said.push(why));
    const failed = await reader.outline(requests('A.java', 'B.java')).then(
      () => false,
      () => true,
    );
    assert.isTrue(failed);
    assert.deepEqual(said, ['died']);
    assert.isBelow(workers.started, 5);
    isBroken = false;
    reader.retry();
    assert.deepEqual(await reader.outline(requests('A.java')), [readingOf('A.java')]);
    reader.dispose();
  });
});
