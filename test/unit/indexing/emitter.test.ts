import { assert } from 'chai';
import { Emitter } from '../../../src/workspace/emitter';

describe('an emitter', () => {
  it('tells all listeners in the order in which they came', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    emitter.event((event) => heard.push(`first ${event}`));
    emitter.event((event) => heard.push(`second ${event}`));
    emitter.fire(1);
    emitter.fire(2);
    assert.deepEqual(heard, ['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('tells the same function twice when it listens twice, and ends one listening at a time', () => {
    const emitter = new Emitter<undefined>();
    let calls = 0;
    const listener = () => calls++;
    const one = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(undefined);
    one.dispose();
    one.dispose();
    emitter.fire(undefined);
    assert.equal(calls, 3);
  });

  it('logs a listener that throws and calls the others', () => {
    const said: string[] = [];
    const emitter = new Emitter<string>({ error: (message) => said.push(message) });
    const heard: string[] = [];
    emitter.event(() => {
      throw new Error('broken');
    });
    emitter.event((event) => heard.push(event));
    emitter.fire('one');
    emitter.fire('two');
    assert.deepEqual(heard, ['one', 'two']);
    assert.lengthOf(said, 2);
    assert.match(said[0]!, /^A listener failed: Error: broken/);
  });

  it('lets all hear of one event before a listener fires the next', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    emitter.event((event) => {
      heard.push(`first ${event}`);
      if (event === 1) emitter.fire(2);
    });
    emitter.event((event) => heard.push(`second ${event}`));
    emitter.fire(1);
    assert.deepEqual(heard, ['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('does not call a listener that another one ended or added meanwhile', () => {
    const emitter = new Emitter<undefined>();
    const heard: string[] = [];
    emitter.event(() => {
      heard.push('first');
      ended.dispose();
      emitter.event(() => heard.push('added'));
    });
    const ended = emitter.event(() => heard.push('ended'));
    emitter.fire(undefined);
    assert.deepEqual(heard, ['first']);
  });

  it('is silent after it was disposed, in the middle of an event too', () => {
    const emitter = new Emitter<undefined>();
    let calls = 0;
    emitter.event(() => {
      calls++;
      emitter.dispose();
    });
    emitter.event(() => calls++);
    emitter.fire(undefined);
    emitter.event(() => calls++);
    emitter.fire(undefined);
    assert.equal(calls, 1);
    assert.isFalse(emitter.hasListeners);
  });
});
