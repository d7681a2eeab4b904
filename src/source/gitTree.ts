import { createHash } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

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
  const entries = await Promise.all(
    names.map(async (entry) => {
      const path = join(folder, entry.name);
      const relative = prefix + entry.name;
      if (entry.isDirectory()) {
        return {
          name: entry.name,
          order: `${entry.name}/`,
          mode: '40000',
          id: await treeObject(path, `${relative}/`, executables),
        };
      }
      const mode = entry.isSymbolicLink() ? '120000' : executables.has(relative) ? '100755' : '100644';
      const bytes = entry.isSymbolicLink() ? Buffer.from(await readlink(path)) : await readFile(path);
      return { name: entry.name, order: entry.name, mode, id: objectId('blob', bytes) };
    }),
  );
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.order), Buffer.from(b.order)));
  return objectId(
    'tree',
    Buffer.concat(entries.map(({ name, mode, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]))),
  );
}

function objectId(type: 'blob' | 'tree', body: Buffer): Buffer {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest();
}
