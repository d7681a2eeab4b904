import { spawn } from 'node:child_process';

/** An error that is printed as it is, without a stack: it says what failed and what to do about it. */
export class Failure extends Error {}

/**
 * The processes that run now and end with this one. Each leads a group of its own, so that the processes it started end too.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The process has ended by itself.
  }
}

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});
/** @type {{ act: (signal: NodeJS.Signals) => void }} */
const interruption = { act: (signal) => process.exit(signal === 'SIGINT' ? 130 : 143) };
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => interruption.act(signal));
}

/** Sets what Ctrl-C and similar signals do, instead of ending the process at once. @param {() => void} act */
export function whenInterrupted(act) {
  interruption.act = act;
}

/** @param {number} milliseconds */
const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * Ends a process and all that it started: politely first, by force after 5 s.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, after(5000)]);
  signalGroup(child, 'SIGKILL');
  await ended;
}

/**
 * Starts a process in a group of its own, which does not outlive this one.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] `env` is added to this process's own
 */
export function startProcess(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && /^(npm|npx|mvn|code)(\.cmd)?$/.test(command),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a command to its end. Its output is printed as it comes, or with `quiet` only kept.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, idleSeconds?: number, deadline?: number }} [options] it is stopped after
 *   `idleSeconds` in which it printed nothing: a limit on its work would only measure how busy the machine is; `deadline`, in
 *   milliseconds since 1970, stops it whatever it prints
 * @returns {Promise<{ code: number, output: string, stopped: 'idle' | 'late' | undefined }>} `code` is -1 where a signal ended it, 127 where it is not there
 */
export async function run(command, args, options = {}) {
  const { idleSeconds, deadline } = options;
  const child = startProcess(command, args, options);
  let output = '';
  /** @type {'idle' | 'late' | undefined} */
  let stopped;
  /** @param {'idle' | 'late'} why */
  const stop = (why) => {
    stopped ??= why;
    void stopProcess(child);
  };
  const late = deadline === undefined ? undefined : setTimeout(stop, Math.max(deadline - Date.now(), 0), 'late');
  const idle = idleSeconds === undefined ? undefined : setTimeout(stop, idleSeconds * 1000, 'idle');
  /** @param {Buffer} data */
  const take = (data) => {
    idle?.refresh();
    output += data.toString();
    if (options.quiet !== true) process.stdout.write(data);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  try {
    const code = await new Promise((/** @type {(code: number) => void} */ resolve) => {
      child.once('error', (error) => {
        take(Buffer.from(`${command}: ${error.message}\n`));
        resolve(127);
      });
      child.once('close', (status) => resolve(status ?? -1));
    });
    return { code, output, stopped };
  } finally {
    clearTimeout(late);
    clearTimeout(idle);
  }
}

/**
 * Runs a command that has to succeed, quietly.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, idleSeconds?: number }} [options]
 * @returns {Promise<string>} what it printed
 * @throws {Failure} with the last lines that it printed
 */
export async function mustRun(command, args, options = {}) {
  const { code, output, stopped } = await run(command, args, { ...options, quiet: true });
  if (code === 0) return output;
  const why =
    stopped === undefined ? `failed (${code})` : `was stopped, for it had printed nothing for ${options.idleSeconds ?? 0} s`;
  const last = output.trimEnd().split('\n').slice(-15).join('\n  ');
  throw new Failure(`${[command, ...args].join(' ')} ${why}:\n  ${last}`);
}
