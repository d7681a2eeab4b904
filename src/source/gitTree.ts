import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The files that are read at the same time. */
const atOnce = 8;

/**
 * Returns Git's id of a folder's tree, in hexadecimal: the same number that `git rev-parse TAG^{tree}` prints for a tag with
 * just these files. So a hash recorded once proves a download whole, however it was packed.
 * Format of the objects: git-hash-object(1), "gitformat-pack"; entries sorted by name, folders as if they ended in `/`.
 * `executables` holds the paths (relative, with `/`) of the files that may be executed: not every disk keeps that.
 */
export async function gitTreeId(folder: string, executables: ReadonlySet<string>): Promise<string> {
  return (await treeObject(folder, '', executables)).toString('hex');
}

async function treeObject(folder: string, prefix: string, executables: ReadonlySet<string>): Promise<Buffer> {
  const names = await readdir(folder, { withFileTypes: true });
  const entries: Entry[] = [];
  for (const { name } of names.filter((entry) => entry.isDirectory())) {
    const id = await treeObject(join(folder, name), `${prefix}${name}/`, executables);
    entries.push({ name, order: `${name}/`, mode: '40000', id });
  }
  const files = names.filter((entry) => !entry.isDirectory());
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce);
    entries.push(...(await Promise.all(some.map((entry) => fileEntry(folder, entry, executables.has(prefix + entry.name))))));
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.order), Buffer.from(b.order)));
  return objectId(
    'tree',
    Buffer.concat(entries.map(({ name, mode, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]))),
  );
}

/** A line of a tree: a file or a folder with its id. */
interface Entry {
  readonly name: string;
  /** The name by which the entries are sorted. */
  readonly order: string;
  readonly mode: string;
  readonly id: Buffer;
}

async function fileEntry(folder: string, entry: Dirent, isExecutable: boolean): Promise<Entry> {
  const { name } = entry;
  const path = join(folder, name);
  if (entry.isSymbolicLink()) {
    return { name, order: name, mode: '120000', id: objectId('blob', Buffer.from(await readlink(path))) };
  }
  const { size } = await stat(path);
  const hash = createHash('sha1').update(`blob ${size}\0`);
  await pipeline(createReadStream(path), hash);
  return { name, order: name, mode: isExecutable ? '100755' : '100644', id: hash.digest() };
}

function objectId(type: 'blob' | 'tree', body: Buffer): Buffer {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest();
}
