import { expect } from 'chai';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { unpackFileOutcome } from '../../../src/core/symbols/packedOutline';
import { maximalSize } from '../../../src/core/symbols/sourceText';
import { Rpc, type Channel } from '../../../src/core/util/rpc';
import type { HostCalls, WorkerCalls } from '../../../src/protocol/worker';
import type { SourceRequest } from '../../../src/core/symbols/sourceRequest';
import { readLocalFile } from '../../../src/worker/localFile';
import { serve } from '../../../src/worker/loop';
import { assets } from '../bindings/readTable';
import { bundleWorker } from './bundledWorker';

/** Makes a host that answers any file with the same text, and notes what it was asked for. */
function host(channel: Channel, asked: string[]): Rpc<WorkerCalls, HostCalls> {
  return new Rpc<WorkerCalls, HostCalls>(channel, {
    readFile: (address) => {
      asked.push(address);
      return new TextEncoder().encode('class FromHost { int x; }');
    },
    readAsset: (name) => {
      asked.push(name);
      return assets.read(name);
    },
    warn: (message) => void asked.push(message),
    listStored: () => [],
    readStored: () => new Uint8Array(),
    writeStored: () => undefined,
    removeStored: () => undefined,
  });
}

function channelOf(port: MessagePort | Worker): Channel {
  return { send: (message) => port.postMessage(message), listen: (receive) => void port.on('message', receive) };
}

/** Returns the paths in each file, or the reason why it has none. */
async function paths(rpc: Rpc<WorkerCalls, HostCalls>, files: readonly SourceRequest[]): Promise<(string | readonly string[])[]> {
  const readings = (await rpc.call('outline', files)).map(unpackFileOutcome);
  return readings.map((one) => ('outline' in one ? one.outline.symbols.map(({ path }) => path) : one.unindexed));
}

function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe('the worker', () => {
  let folder: string;
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'kafka-notes-worker-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('asks its host for files that it cannot read itself', async () => {
    const { port1, port2 } = new MessageChannel();
    const asked: string[] = [];
    try {
      serve(channelOf(port1), { readFile: () => undefined });
      const rpc = host(channelOf(port2), asked);
      const file = { file: 'A.java', uri: 'memory:/A.java' };
      expect(await paths(rpc, [file, { ...file, text: 'class Unsaved {}' }])).to.deep.equal([
        ['FromHost', 'FromHost#x'],
        ['Unsaved'],
      ]);
      expect(asked).to.have.members(['memory:/A.java', 'web-tree-sitter.wasm', 'tree-sitter-java.wasm', 'java.scm']);
      const found = await rpc.call('locate', file, [{ fragment: { start: 'int x' } }]);
      expect(found).to.deep.equal([[{ start: { line: 0, character: 17 }, end: { line: 0, character: 22 } }]]);
    } finally {
      port1.close();
    }
  });

  it('runs as a bundled thread, and reads files and its assets there', async () => {
    await bundleWorker(folder, 'scala');
    writeFileSync(join(folder, 'A.scala'), 'object A { def f(a: Int) = 1 }');
    const worker = new Worker(join(folder, 'worker.js'));
    const asked: string[] = [];
    try {
      const files = ['A.scala', 'B.scala'].map((file) => ({ file, uri: uri(file) }));
      expect(await paths(host(channelOf(worker), asked), files)).to.deep.equal([['A$', 'A$#f'], 'vanished']);
      expect(asked).to.deep.equal([]);
    } finally {
      await worker.terminate();
    }
  });

  it('says why a file on this machine cannot be read', async () => {
    writeFileSync(join(folder, 'large.java'), '');
    truncateSync(join(folder, 'large.java'), maximalSize + 1);
    mkdirSync(join(folder, 'folder.java'));
    symlinkSync('loop.java', join(folder, 'loop.java'));
    expect(await failure(readLocalFile(uri('large.java')))).to.equal('tooLarge');
    expect(await failure(readLocalFile(uri('folder.java')))).to.equal('unreadable');
    expect(await failure(readLocalFile(uri('loop.java')))).to.equal('unreadable');
    expect(await failure(readLocalFile(uri('nothing.java')))).to.equal('vanished');
  });

  it('reads a file as it is at one moment, and anew when it is asked again', async () => {
    const { port1, port2 } = new MessageChannel();
    const texts = ['class Before { int a; }', 'class After { int b; }'];
    const isOne = (found: unknown): boolean => /^Before,Before#[a-z]+$|^After,After#[a-z]+$|^$|^vanished$/.test(String(found));
    try {
      serve(channelOf(port1), { readFile: readLocalFile });
      const rpc = host(channelOf(port2), []);
      const file = { file: 'Changing.java', uri: uri('Changing.java') };
      for (let turn = 0; turn < 40; turn++) {
        writeFileSync(join(folder, 'Changing.java'), texts[turn % 2] ?? '');
        const asked = paths(rpc, [file, file]);
        await new Promise((resolve) => setTimeout(resolve, turn % 4));
        // The file shrinks, is gone, and comes back while it is read.
        if (turn % 3 === 0) truncateSync(join(folder, 'Changing.java'), 0);
        if (turn % 3 === 1) rmSync(join(folder, 'Changing.java'));
        writeFileSync(join(folder, 'Changing.java'), texts[(turn + 1) % 2] ?? '');
        expect((await asked).filter((found) => !isOne(found))).to.deep.equal([]);
        const last = turn % 2 === 0 ? ['After', 'After#b'] : ['Before', 'Before#a'];
        expect(await paths(rpc, [file])).to.deep.equal([last]);
      }
    } finally {
      port1.close();
    }
  });

  it('says that it may not read a file', async () => {
    writeFileSync(join(folder, 'secret.java'), 'class A {}');
    chmodSync(join(folder, 'secret.java'), 0);
    // The superuser may read everything.
    expect(await failure(readLocalFile(uri('secret.java')))).to.equal(process.getuid?.() === 0 ? 'none' : 'noPermission');
  });
});
