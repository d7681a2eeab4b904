import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Job } from '../../../src/workspace/indexing/indexingLane';
import { IndexingPool, type Demand, type Offer } from '../../../src/workspace/indexing/indexingPool';
import { SourceIndexer } from '../../../src/workspace/indexing/sourceIndexer';
import { WorkerClient } from '../../../src/workspace/indexing/workerClient';
import { until } from '../patience';
import { FakeWorkers, hostCalls, requests, type Behaviour } from './fakeWorkers';

/** Some files that somebody waits for, and many that nobody waits for. */
class Files implements Demand {
  readonly urgent: string[] = [];
  /** The outcome of each file, in the order of the answers. */
  readonly outcomes = new Map<string, string>();
  gaveUp: string | undefined;
  /** Called with each file that was answered. */
  answered: (file: string) => void = () => undefined;

  constructor(readonly rest: string[]) {}

  get isUrgent(): boolean {
    return this.urgent.length > 0;
  }

  get remaining(): number {
    return this.rest.length;
  }

  next({ files: most, isIdle }: Offer): Job | undefined {
    if (this.gaveUp !== undefined || (this.isUrgent && !isIdle)) return undefined;
    const from = this.isUrgent ? this.urgent : this.rest;
    const files = from.splice(0, this.isUrgent ? 1 : most);
    if (files.length === 0) return undefined;
    return {
      files: files.length,
      run: async (reader) => {
        for (const reading of await reader.outline(requests(...files))) {
          this.outcomes.set(reading.file, 'unindexed' in reading ? reading.unindexed : 'read');
          this.answered(reading.file);
        }
      },
      putBack: () => from.unshift(...files),
    };
  }

  giveUp(why: string): void {
    this.gaveUp = why;
  }
}

describe('the workers that read source', () => {
  let log: vscode.LogOutputChannel;
  const pools: IndexingPool[] = [];
  before(() => (log = vscode.window.createOutputChannel('test', { log: true })));
  after(() => log.dispose());
  afterEach(() => pools.splice(0).forEach((pool) => pool.dispose()));

  function start(count: number, behaviour: Behaviour, most = 2, patience = 60_000) {
    const workers = new FakeWorkers(behaviour);
    const demand = new Files(Array.from({ length: count }, (_, index) => `F${index}.java`));
    const pool = new IndexingPool(
      (crashes) => new SourceIndexer(new WorkerClient('worker', () => workers.create(), hostCalls, log), crashes, log),
      most,
      demand,
      patience,
    );
    pools.push(pool);
    pool.feed();
    return { workers, demand, pool };
  }

  it('one reads the first files, all help where there are many, and each file is read once', async () => {
    const { workers, demand } = start(400, { takes: () => 4 }, 3);
    await until('all are read', () => demand.outcomes.size === 400);
    assert.equal(workers.started, 3);
    const files = workers.log.flatMap((call) => call.files);
    assert.equal(files.length, 400);
    assert.equal(new Set(files).size, 400);
    assert.deepEqual(
      workers.log.slice(0, 3).map(({ worker }) => worker),
      [1, 1, 1],
    );
  });

  it('few files are read by one', async () => {
    const { workers, demand } = start(30, { takes: () => 4 });
    await until('all are read', () => demand.outcomes.size === 30);
    assert.equal(workers.started, 1);
  });

  it('what somebody waits for overtakes the rest', async () => {
    const { workers, demand, pool } = start(600, { takes: () => 4 });
    await until('both workers are at it', () => workers.started === 2 && demand.outcomes.size > 50);
    const before = workers.log.length;
    demand.urgent.push('Front.java');
    pool.feed();
    await until('it is read', () => demand.outcomes.has('Front.java'));
    // Each worker may have had one more call behind what it was doing.
    const begun = workers.log.slice(before).findIndex(({ files }) => files.includes('Front.java'));
    assert.isAtMost(begun, 2);
    assert.isAbove(demand.rest.length, 300);
  });

  it('what somebody waits for does not wait for a file that takes long', async () => {
    const { workers, demand, pool } = start(1, { takes: (file) => (file === 'Slow.java' ? 600_000 : 1) });
    await until('the first worker is warm', () => demand.outcomes.size === 1);
    demand.urgent.push('Slow.java');
    pool.feed();
    demand.urgent.push('Front.java');
    pool.feed();
    await until('it is read', () => demand.outcomes.has('Front.java'));
    assert.isFalse(demand.outcomes.has('Slow.java'));
    assert.equal(workers.started, 2);
  });

  it('a file that kills its worker is found, and the other worker goes on', async () => {
    const { workers, demand } = start(400, { takes: () => 4, isDeadly: (file) => file === 'F200.java' });
    await until('all are read', () => demand.outcomes.size === 400);
    const unread = [...demand.outcomes].filter(([, outcome]) => outcome !== 'read');
    assert.deepEqual(unread, [['F200.java', 'crashed']]);
    assert.equal(demand.gaveUp, undefined);
    assert.equal(workers.alive.size, 2);
  });

  it('where a second worker cannot run, the first does it all', async () => {
    let first = true;
    const workers = new FakeWorkers({ takes: () => 4 });
    const demand = new Files(Array.from({ length: 300 }, (_, index) => `F${index}.java`));
    const createIndexer = (): SourceIndexer => {
      const create = first ? () => workers.create() : () => Promise.reject(new Error('no more threads'));
      first = false;
      return new SourceIndexer(new WorkerClient('worker', create, hostCalls, log), new Map(), log);
    };
    const pool = new IndexingPool(createIndexer, 4, demand);
    pools.push(pool);
    pool.feed();
    await until('all are read', () => demand.outcomes.size === 300);
    assert.isTrue([...demand.outcomes.values()].every((outcome) => outcome === 'read'));
    assert.equal(pool.size, 1);
  });

  it('gives up where no worker can run, keeps what is to be done, and does it when asked again', async () => {
    let isBroken = true;
    const { demand, pool } = start(20, { isDeadly: () => isBroken });
    await until('it gives up', () => demand.gaveUp !== undefined);
    assert.equal(demand.gaveUp, 'died');
    assert.equal(demand.rest.length, 20);
    isBroken = false;
    demand.gaveUp = undefined;
    pool.retry();
    await until('all are read', () => demand.outcomes.size === 20);
    assert.isTrue([...demand.outcomes.values()].every((outcome) => outcome === 'read'));
  });

  it('all workers but one end when there is nothing to do', async () => {
    const { workers, demand, pool } = start(400, { takes: () => 4 }, 3, 100);
    await until('all are read', () => demand.outcomes.size === 400);
    assert.equal(workers.alive.size, 3);
    await until('two have ended', () => workers.alive.size === 1);
    assert.deepEqual([...workers.alive], [1]);
    demand.urgent.push('Front.java');
    pool.feed();
    await until('it is read', () => demand.outcomes.has('Front.java'));
    assert.equal(workers.started, 3);
  });
});
