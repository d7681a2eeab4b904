import { assert } from 'chai';
import * as vscode from 'vscode';
import { SourceIndexer, type Crashes } from '../../../src/workspace/indexing/sourceIndexer';
import { WorkerClient } from '../../../src/workspace/indexing/workerClient';
import { FakeWorkers, hostCalls, readingOf, requests } from './fakeWorkers';

describe('the reader of source files', () => {
  let log: vscode.LogOutputChannel;
  before(() => (log = vscode.window.createOutputChannel('test', { log: true })));
  after(() => log.dispose());

  function readerWith(workers: FakeWorkers, crashes: Crashes = new Map()): SourceIndexer {
    return new SourceIndexer(new WorkerClient('worker', () => workers.create(), hostCalls, log), crashes, log);
  }

  const outcome = (reader: SourceIndexer, ...files: readonly string[]): Promise<readonly string[]> =>
    reader
      .outline(requests(...files))
      .then((readings) => readings.map((reading) => ('unindexed' in reading ? reading.unindexed : reading.file)));

  it('starts no worker before there is something to read', async () => {
    const workers = new FakeWorkers();
    const reader = readerWith(workers);
    assert.equal(workers.started, 0);
    assert.deepEqual(await reader.outline(requests('A.java')), [readingOf('A.java')]);
    assert.equal(workers.started, 1);
    reader.dispose();
  });

  it('blames the one file that kills the worker, and reads the others', async () => {
    const reader = readerWith(new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' }));
    assert.deepEqual(await outcome(reader, 'A.java', 'Bad.java', 'B.java'), ['A.java', 'crashed', 'B.java']);
    reader.dispose();
  });

  it('blames no file that only waited behind the one that kills the worker', async () => {
    const crashes: Crashes = new Map();
    const reader = readerWith(new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' }), crashes);
    const answers = await Promise.all([
      outcome(reader, 'Bad.java'),
      outcome(reader, 'A.java'),
      outcome(reader, 'B.java', 'C.java'),
      reader.locate(requests('D.java')[0]!, []),
    ]);
    assert.deepEqual(answers, [['crashed'], ['A.java'], ['B.java', 'C.java'], []]);
    assert.deepEqual([...crashes], [['file:///Bad.java', 1]]);
    reader.dispose();
  });

  it('reads a file that keeps killing the worker no more', async () => {
    const workers = new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' });
    const reader = readerWith(workers);
    for (let round = 0; round < 5; round++) await reader.outline(requests('Bad.java'));
    const { started } = workers;
    assert.deepEqual(await outcome(reader, 'Bad.java', 'A.java'), ['crashed', 'A.java']);
    assert.equal(workers.started, started);
    reader.dispose();
  });

  it('gives up a worker that cannot run, says why, and blames no file', async () => {
    const workers = new FakeWorkers({ isDeadly: () => true });
    const crashes: Crashes = new Map();
    const reader = readerWith(workers, crashes);
    const why = await reader.outline(requests('A.java')).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    assert.equal(why, 'Error: died');
    assert.isBelow(workers.started, 5);
    assert.equal(crashes.size, 0);
    reader.dispose();
  });
});
