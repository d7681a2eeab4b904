import { expect } from 'chai';
import { Updates, type Part } from '../../../src/extension/map/updates';

const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: () => boolean): Promise<void> {
  for (let look = 0; look < 400 && !what(); look++) await rest(5);
  expect(what()).to.equal(true);
}

describe('updates of the map', () => {
  it('go together, one after the other, each part once', async () => {
    const sent: string[] = [];
    let running = 0;
    const updates = new Updates(
      async (parts: ReadonlySet<Part>) => {
        expect(++running).to.equal(1);
        sent.push([...parts].sort().join());
        await rest(20);
        running--;
        return 10;
      },
      () => expect.fail(),
    );
    updates.request('tree');
    updates.request('notes', 'tree');
    await until(() => sent.length === 1);
    updates.request('notes');
    await until(() => sent.length === 2);
    expect(sent).to.deep.equal(['notes,tree', 'notes']);
    await rest(60);
    expect(sent).to.have.length(2);
    updates.dispose();
  });

  it('wait while they are held, and are not lost', async () => {
    const sent: string[] = [];
    const updates = new Updates(
      (parts) => Promise.resolve(sent.push([...parts].join())),
      () => expect.fail(),
    );
    updates.request('tree');
    updates.hold(true);
    await rest(60);
    expect(sent).to.deep.equal([]);
    updates.hold(false);
    await until(() => sent.length === 1);
    updates.dispose();
  });

  it('go on after one has failed, and end when they are disposed', async () => {
    const failures: unknown[] = [];
    let count = 0;
    const updates = new Updates(
      () => (++count === 1 ? Promise.reject(new Error('no')) : Promise.resolve(1)),
      (error) => failures.push(error),
    );
    updates.request('tree');
    await until(() => failures.length === 1);
    updates.request('tree');
    await until(() => count === 2);
    updates.dispose();
    updates.request('tree');
    await rest(60);
    expect(count).to.equal(2);
  });
});
