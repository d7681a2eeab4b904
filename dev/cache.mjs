import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the folder for everything that is not part of the checkout: `KAFKA_NOTES_CACHE`, else the user's cache folder. */
export function cacheFolder() {
  const own = process.env.KAFKA_NOTES_CACHE;
  if (own !== undefined && own !== '') return own;
  const base = process.env.XDG_CACHE_HOME;
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'kafka-notes');
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Returns the process that holds a lock file, or undefined where there is none or it has ended. @param {string} file */
function holder(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Does some work while no other run of this project does the same. A lock whose owner has died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function locked(name, work) {
  mkdirSync(cacheFolder(), { recursive: true });
  const file = join(cacheFolder(), `${name}.lock`);
  let told = false;
  while (!tryLock(file)) {
    const pid = holder(file);
    if (pid === undefined) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) console.log(`  waiting for process ${pid}, which is doing this just now`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    unlinkSync(file);
  }
}

/**
 * Returns a folder of the cache, and fills it first if it is not there yet. It is filled under another name until it is complete,
 * so that a run which is stopped half-way leaves nothing that looks whole.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the folder's path
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  return locked(name, async () => {
    if (existsSync(folder)) return folder;
    for (const entry of readdirSync(cacheFolder())) {
      if (entry.startsWith(`${name}.part-`)) rmSync(join(cacheFolder(), entry), { recursive: true, force: true });
    }
    const part = `${folder}.part-${process.pid}`;
    mkdirSync(part);
    try {
      await fill(part);
      renameSync(part, folder);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
    return folder;
  });
}
