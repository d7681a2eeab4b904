import { assert } from 'chai';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../dev/process.mjs';
import { runStep } from '../../../dev/runStep.mjs';
import { evidenceOf } from '../../../dev/secondTries.mjs';
import type { Step } from '../../../dev/steps.mjs';

/** Mocha's closing lines would be taken for those of these tests. */
const quietly = () => ({ deadline: Date.now() + 60_000, quiet: true });
const node = (code: string): readonly string[] => [process.execPath, '-e', code];
const tellEvery = (milliseconds: number, times: number): string =>
  `let n = 0; const t = setInterval(() => { console.log(n); if (++n === ${times}) clearInterval(t); }, ${milliseconds});`;

describe('a command', () => {
  it('may work for longer than it may be silent', async () => {
    const { code, output, stopped } = await run(process.execPath, ['-e', tellEvery(200, 12)], { quiet: true, idleSeconds: 1.5 });
    assert.deepEqual([code, stopped], [0, undefined]);
    assert.equal(output.trim().split('\n').length, 12);
  });

  it('is stopped when it is silent for too long', async () => {
    const began = Date.now();
    const code = 'console.log("begun"); setInterval(() => {}, 1000);';
    const { stopped } = await run(process.execPath, ['-e', code], { quiet: true, idleSeconds: 0.7 });
    assert.equal(stopped, 'idle');
    assert.isBelow(Date.now() - began, 30_000);
  });

  it('is stopped at the end of the whole run, whatever it prints', async () => {
    const { stopped } = await run(process.execPath, ['-e', tellEvery(50, 1e6)], {
      quiet: true,
      idleSeconds: 30,
      deadline: Date.now() + 700,
    });
    assert.equal(stopped, 'late');
  });
});

describe('a step', () => {
  const name = 'a-step-of-the-unit-tests';
  const marker = join(evidenceOf(name).folder, 'marker');
  const tidy = (): void => rmSync(evidenceOf(name).folder, { recursive: true, force: true });
  beforeEach(tidy);
  afterEach(tidy);

  const step = (code: string, more: Partial<Step> = {}): Step => ({
    name,
    what: 'a step',
    needs: [],
    counted: 'suites',
    work: { commands: () => [node(code)] },
    ...more,
  });
  /** Fails the first time that it runs, and leaves a picture then. */
  const failsOnce = `
    const fs = require('node:fs');
    const folder = process.env.KAFKA_NOTES_EVIDENCE.replace(/-again$/, '');
    const first = !fs.existsSync(${JSON.stringify(marker)});
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(${JSON.stringify(marker)}, '');
    if (first) fs.writeFileSync(folder + '/picture.png', '');
    console.log(first ? '  1 passing\\n  1 failing\\n\\n  1) the lost key' : '  2 passing');
    process.exitCode = first ? 1 : 0;`;

  it('counts the tests of its suites', async () => {
    const outcome = await runStep(step("console.log('  2 passing (3ms)'); console.log('[mocha]  1 passing')"), quietly());
    assert.deepEqual(outcome, { passed: 3, failed: 0, faults: [], again: [], said: [] });
  });

  it('fails where its suites hold no test', async () => {
    const { failed, faults } = await runStep(step('console.log(1)'), quietly());
    assert.equal(failed, 1);
    assert.match(faults.join(), /found no test/);
  });

  it('is not tried twice unless it says so', async () => {
    const { failed, again } = await runStep(step("console.log('  1 failing'); process.exitCode = 1"), quietly());
    assert.equal(failed, 1);
    assert.isEmpty(again);
  });

  it('lists what passed only at the second try, with what explains the first', async () => {
    const { passed, failed, again } = await runStep(step(failsOnce, { twice: true }), quietly());
    assert.deepEqual([passed, failed], [2, 0]);
    assert.lengthOf(again, 1);
    const [one] = again;
    assert.deepEqual([one?.suite, one?.passedThen], [name, true]);
    assert.deepEqual(one?.said, ['  1) the lost key']);
    assert.deepEqual(
      one?.files.map((file) => file.split(/[\\/]/).at(-1)),
      ['marker', 'output.txt', 'picture.png'],
    );
    const output = one?.files.find((file) => file.endsWith('output.txt')) ?? '';
    assert.isTrue(existsSync(output));
    assert.match(readFileSync(output, 'utf8'), /1 failing/);
  });

  it('fails where the second try fails too', async () => {
    const code = "console.log('  1 failing\\n\\n  1) the lost key\\n    at stack (a.ts:1)'); process.exitCode = 1";
    const { failed, again, said } = await runStep(step(code, { twice: true }), quietly());
    assert.equal(failed, 1);
    assert.deepEqual(
      again.map(({ passedThen }) => passedThen),
      [false],
    );
    assert.deepEqual(said, [`${name}:`, '  1) the lost key', '  1) the lost key']);
  });

  it('runs as many commands at once as it says, and tries what failed again when the others have ended', async () => {
    const { folder } = evidenceOf(name);
    mkdirSync(folder, { recursive: true });
    const marks = join(folder, 'marks');
    const mark = (sign: string): string => `require('node:fs').appendFileSync(${JSON.stringify(marks)}, '${sign}');`;
    const fails = [process.execPath, '-e', `${failsOnce} ${mark('!')}`, name];
    const slow = node(`${mark('+')} setTimeout(() => { ${mark('-')} console.log('  1 passing'); }, 1000);`);
    const commands = { commands: () => [fails, slow, slow, slow] };
    const { passed, failed, again } = await runStep(step('', { twice: true, atOnce: 2, work: commands }), quietly());
    assert.deepEqual([passed, failed, again.length, again[0]?.suite], [5, 0, 1, name]);
    const order = readFileSync(marks, 'utf8');
    assert.match(order, /-!$/, 'the second try is the last of all');
    const slowOnes = order.replaceAll('!', '');
    assert.match(slowOnes, availableParallelism() > 1 ? /\+\+/ : /\+-/);
    assert.notMatch(slowOnes, /\+\+\+/);
  });
});
