import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { gitTreeId } from '../../../src/source/gitTree';

describe('the id of a Git tree', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'kafka-notes-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it("is Git's own for an empty folder", async () => {
    assert.equal(await gitTreeId(folder, new Set()), '4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });

  // The ids were printed by `git write-tree` for these very files.
  it('sorts folders as Git does and counts whether a file is executable', async () => {
    await mkdir(join(folder, 'a/b'), { recursive: true });
    await writeFile(join(folder, 'a/b/one.txt'), 'one\n');
    await writeFile(join(folder, 'a.txt'), 'two\n');
    await writeFile(join(folder, 'a-b'), 'x');
    await writeFile(join(folder, 'run.sh'), '#!/bin/sh\n');
    assert.equal(await gitTreeId(folder, new Set(['run.sh'])), '274eec3c66fd55d69b605c598446c61c7e3b4b90');
    assert.notEqual(await gitTreeId(folder, new Set()), '274eec3c66fd55d69b605c598446c61c7e3b4b90');
  });
});
