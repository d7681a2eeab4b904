import { assert } from 'chai';
import { IndexingPool } from '../../../src/workspace/indexing/indexingPool';
import { SourceIndexer, type Crashes } from '../../../src/workspace/indexing/sourceIndexer';
import { WorkerClient } from '../../../src/workspace/indexing/workerClient';
import { FakeWorkers, hostCalls, type Behaviour } from './fakeWorkers';
import { folderOf, KeptLog, until, WorkspaceIndexing } from './workspaceIndexing';

const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `F${index}.java`);

describe('the pool of workers that index source', () => {
  const started: WorkspaceIndexing[] = [];
  afterEach(() => started.splice(0).forEach((one) => one.dispose()));

  function start(count: number, behaviour: Behaviour, most = 2, patience = 60_000) {
    const workers = new FakeWorkers(behaviour);
    const log = new KeptLog();
    const createIndexer = (crashes: Crashes) =>
      new SourceIndexer(new WorkerClient('worker', () => workers.create(), hostCalls, log), crashes, log);
    return { workers, ...startWith(count, new IndexingPool(createIndexer, most, patience)) };
  }

  function startWith(count: number, pool: IndexingPool) {
    const workspace = new WorkspaceIndexing({ folders: folderOf(named(count)), pool });
    started.push(workspace);
    const { tree, person, indexing } = workspace;
    const outcomes = (): Map<string, string> =>
      new Map([...tree.table.files].flatMap((file) => (tree.table.indexed(file) ? [[file, outcomeIn(workspace, file)]] : [])));
    return {
      workspace,
      tree,
      pool,
      indexing,
      person,
      outcomes,
      show: (...files: string[]) => person.show(...files.map((file) => tree.uriOf(file))),
    };
  }

  it('starts one worker for the first files and the others where there are many, and indexes each file once', async () => {
    const { workers, workspace } = start(400, { takes: () => 4 }, 3);
    await until('all are indexed', () => workspace.indexed === 400);
    assert.equal(workers.started, 3);
    const files = workers.log.flatMap((call) => call.files);
    assert.equal(files.length, 400);
    assert.equal(new Set(files).size, 400);
    assert.deepEqual(
      workers.log.slice(0, 3).map(({ worker }) => worker),
      [1, 1, 1],
    );
  });

  it('has one worker index few files', async () => {
    const { workers, workspace } = start(30, { takes: () => 4 });
    await until('all are indexed', () => workspace.indexed === 30);
    assert.equal(workers.started, 1);
  });

  it('lets a file that somebody waits for overtake the rest', async () => {
    const { workers, workspace, tree, show } = start(600, { takes: () => 4 });
    await until('both workers are at it', () => workers.started === 2 && workspace.indexed > 50);
    const before = workers.log.length;
    show('Front.java');
    await until('it is indexed', () => tree.table.indexed('Front.java') !== undefined);
    // Nothing comes before it but what each worker had behind what it was doing.
    const begun = workers.log.slice(before).findIndex(({ files }) => files.includes('Front.java'));
    assert.isAtMost(begun, 2);
    assert.isBelow(workspace.indexed, 300);
  });

  it('does not let a file that somebody waits for wait for one that takes long', async () => {
    const { workers, workspace, tree, show } = start(1, { takes: (file) => (file === 'Slow.java' ? 600_000 : 1) });
    await until('the first worker is warm', () => workspace.indexed === 1);
    show('Slow.java');
    show('Front.java', 'Slow.java');
    await until('it is indexed', () => tree.table.indexed('Front.java') !== undefined);
    assert.isUndefined(tree.table.indexed('Slow.java'));
    assert.equal(workers.started, 2);
  });

  it('finds a file that kills its worker, while the other worker goes on', async () => {
    const { workers, workspace, indexing, outcomes } = start(400, { takes: () => 4, isDeadly: (file) => file === 'F200.java' });
    await until('all are tried', () => workspace.indexed === 400);
    const missing = [...outcomes()].filter(([, outcome]) => outcome !== 'indexed');
    assert.deepEqual(missing, [['F200.java', 'crashed']]);
    assert.equal(indexing.failed, undefined);
    assert.equal(workers.alive.size, 2);
  });

  it('lets the first worker do it all where a second one cannot run', async () => {
    let first = true;
    const workers = new FakeWorkers({ takes: () => 4 });
    const log = new KeptLog();
    const createIndexer = (): SourceIndexer => {
      const create = first ? () => workers.create() : () => Promise.reject(new Error('no more threads'));
      first = false;
      return new SourceIndexer(new WorkerClient('worker', create, hostCalls, log), new Map(), log);
    };
    const { workspace, pool, outcomes } = startWith(300, new IndexingPool(createIndexer, 4));
    await until('all are indexed', () => workspace.indexed === 300);
    assert.isTrue([...outcomes().values()].every((outcome) => outcome === 'indexed'));
    assert.equal(pool.size, 1);
  });

  it('gives up where no worker can run, keeps what is to be done, and does it when asked again', async () => {
    let isBroken = true;
    const { workspace, indexing, outcomes } = start(20, { isDeadly: () => isBroken });
    const failures: (string | undefined)[] = [];
    indexing.onDidChangeFailure(() => failures.push(indexing.failed));
    await until('it gives up', () => indexing.failed !== undefined);
    assert.equal(indexing.failed, 'died');
    assert.equal(workspace.indexed, 0);
    assert.include(workspace.log.said, 'Indexing stopped: died');
    isBroken = false;
    indexing.retry();
    await until('all are indexed', () => workspace.indexed === 20);
    assert.isTrue([...outcomes().values()].every((outcome) => outcome === 'indexed'));
    assert.deepEqual(failures, ['died', undefined]);
  });

  it('ends all workers but one when there is nothing to do', async () => {
    const { workers, workspace, tree, show } = start(400, { takes: () => 4 }, 3, 100);
    await until('all are indexed', () => workspace.indexed === 400);
    assert.equal(workers.started, 3);
    await until('two have ended', () => workers.alive.size === 1);
    assert.deepEqual([...workers.alive], [1]);
    show('Front.java');
    await until('it is indexed', () => tree.table.indexed('Front.java') !== undefined);
    assert.equal(workers.started, 3);
  });
});

function outcomeIn({ tree }: WorkspaceIndexing, file: string): string {
  return tree.table.unindexed().get(file) ?? 'indexed';
}
