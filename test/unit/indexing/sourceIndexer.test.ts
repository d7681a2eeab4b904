import { assert } from 'chai';
import { SourceIndexer, type Crashes } from '../../../src/workspace/indexing/sourceIndexer';
import { WorkerClient } from '../../../src/workspace/indexing/workerClient';
import { FakeWorkers, hostCalls, outcomeOf, requests } from './fakeWorkers';
import { KeptLog } from './workspaceIndexing';

describe('the indexer of source files in a worker', () => {
  const log = new KeptLog();
  const indexers: SourceIndexer[] = [];
  afterEach(() => indexers.splice(0).forEach((indexer) => indexer.dispose()));

  function indexerWith(workers: FakeWorkers, crashes: Crashes = new Map()): SourceIndexer {
    const indexer = new SourceIndexer(new WorkerClient('worker', () => workers.create(), hostCalls, log), crashes, log);
    indexers.push(indexer);
    return indexer;
  }

  const outcomes = (indexer: SourceIndexer, ...files: readonly string[]): Promise<readonly string[]> =>
    indexer
      .outline(requests(...files))
      .then((found) => found.map((outcome) => ('unindexed' in outcome ? outcome.unindexed : outcome.file)));

  it('starts no worker before there is something to index', async () => {
    const workers = new FakeWorkers();
    const indexer = indexerWith(workers);
    assert.equal(workers.started, 0);
    assert.deepEqual(await indexer.outline(requests('A.java')), [outcomeOf('A.java')]);
    assert.equal(workers.started, 1);
  });

  it('blames the one file that kills the worker, and indexes the others', async () => {
    const indexer = indexerWith(new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' }));
    assert.deepEqual(await outcomes(indexer, 'A.java', 'Bad.java', 'B.java'), ['A.java', 'crashed', 'B.java']);
  });

  it('blames no file that only waited behind the one that kills the worker', async () => {
    const crashes: Crashes = new Map();
    const indexer = indexerWith(new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' }), crashes);
    const answers = await Promise.all([
      outcomes(indexer, 'Bad.java'),
      outcomes(indexer, 'A.java'),
      outcomes(indexer, 'B.java', 'C.java'),
      indexer.locate(requests('D.java')[0]!, []),
    ]);
    assert.deepEqual(answers, [['crashed'], ['A.java'], ['B.java', 'C.java'], []]);
    assert.deepEqual([...crashes], [['file:///Bad.java', 1]]);
  });

  it('does not try a file again that keeps killing the worker', async () => {
    const workers = new FakeWorkers({ isDeadly: (file) => file === 'Bad.java' });
    const indexer = indexerWith(workers);
    for (let round = 0; round < 5; round++) await indexer.outline(requests('Bad.java'));
    const { started } = workers;
    assert.deepEqual(await outcomes(indexer, 'Bad.java', 'A.java'), ['crashed', 'A.java']);
    assert.equal(workers.started, started);
  });

  it('gives up a worker that cannot run, says why, and blames no file', async () => {
    const workers = new FakeWorkers({ isDeadly: () => true });
    const crashes: Crashes = new Map();
    const indexer = indexerWith(workers, crashes);
    const why = await indexer.outline(requests('A.java')).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    assert.equal(why, 'Error: died');
    assert.isBelow(workers.started, 5);
    assert.equal(crashes.size, 0);
  });
});
