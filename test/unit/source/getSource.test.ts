import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { create } from 'tar';
import { gitTreeId } from '../../../src/source/gitTree';
import { getSource, type SourceOrder } from '../../../src/source/getSource';
import type { Release } from '../../../src/source/release';
import { SourceError } from '../../../src/source/sourceError';

describe('getting the source as an archive', () => {
  let folder: string;
  let storage: string;
  let archive: Buffer;
  let release: Release;
  let server: Server;
  let answer: RequestListener;
  let order: SourceOrder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kafka-notes-'));
    storage = join(folder, 'storage');
    const top = join(folder, 'kafka-9.9.9-src');
    await mkdir(join(top, 'core'), { recursive: true });
    await writeFile(join(top, 'gradle.properties'), 'group=org.apache.kafka\nversion=9.9.9\n');
    await writeFile(join(top, 'core/A.scala'), `class A // ${'x'.repeat(50_000)}\n`);
    await writeFile(join(top, 'run.sh'), '#!/bin/sh\n');
    await chmod(join(top, 'run.sh'), 0o755);
    await create({ gzip: true, file: join(folder, 'a.tgz'), cwd: folder }, ['kafka-9.9.9-src']);
    archive = await readFile(join(folder, 'a.tgz'));
    release = {
      project: 'Kafka',
      version: '9.9.9',
      archive: { url: 'unused' },
      tag: { url: 'unused' },
      treeId: await gitTreeId(top, new Set(['run.sh'])),
      group: 'org.apache.kafka',
      jars: [],
    };

    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kafka.tgz`;
    order = {
      release,
      from: 'archive',
      into: join(storage, 'kafka-9.9.9'),
      signal: new AbortController().signal,
      report: () => undefined,
      address: { url, sha512Url: `${url}.sha512` },
    };
    answer = serve(archive, gpgStyle(archive));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  /** Serves the archive and, beside it, its hash file. */
  function serve(bytes: Buffer, hashFile: string): RequestListener {
    return (request, response) => {
      response.end(request.url?.endsWith('.sha512') === true ? hashFile : bytes);
    };
  }

  /** Returns a hash as `gpg --print-md sha512` prints it, which is the form that Kafka's releases publish. */
  function gpgStyle(bytes: Buffer): string {
    const hash = createHash('sha512').update(bytes).digest('hex').toUpperCase();
    return `kafka.tgz: ${hash.match(/.{8}/g)!.join(' ')}\n`.replace(/(.{60}) /, '$1\n           ');
  }

  async function refusal(change: Partial<SourceOrder> = {}): Promise<SourceError> {
    const error: unknown = await getSource({ ...order, ...change }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, SourceError);
    assert.deepEqual(await readdir(storage), [], 'nothing may stay half there');
    return error;
  }

  it('unpacks it without its top folder, read-only, and reports progress', async () => {
    const steps = new Set<string>();
    const downloaded: (number | undefined)[][] = [];
    await getSource({
      ...order,
      report: (step, done, total) => {
        steps.add(step);
        if (step === 'download') downloaded.push([done, total]);
      },
    });
    assert.deepEqual(downloaded.at(-1), [archive.length, archive.length]);
    assert.deepEqual([...steps], ['download', 'unpack', 'check']);
    assert.deepEqual(await readdir(storage), ['kafka-9.9.9']);
    assert.sameMembers(await readdir(order.into), ['core', 'gradle.properties', 'run.sh']);
    assert.equal((await stat(join(order.into, 'core/A.scala'))).mode & 0o222, 0);
  });

  it('does the same a second time, over the first', async () => {
    await getSource(order);
    await getSource(order);
    assert.deepEqual(await readdir(storage), ['kafka-9.9.9']);
  });

  it('takes a hash file in the form of sha512sum too', async () => {
    answer = serve(archive, `${createHash('sha512').update(archive).digest('hex')}  kafka.tgz\n`);
    await getSource(order);
    assert.deepEqual(await readdir(storage), ['kafka-9.9.9']);
  });

  it('takes a tag archive, which has no published hash, by its tree', async () => {
    await getSource({ ...order, from: 'github', address: { url: order.address!.url } });
    assert.deepEqual(await readdir(storage), ['kafka-9.9.9']);
  });

  it('refuses other bytes than the published hash says', async () => {
    answer = serve(archive, gpgStyle(Buffer.from('another')));
    assert.equal((await refusal()).code, 'wrongHash');
  });

  it('refuses a tree that is not the recorded one, though its hash is right', async () => {
    assert.equal((await refusal({ release: { ...release, treeId: '0'.repeat(40) } })).code, 'wrongHash');
  });

  it('refuses a hash file that holds none', async () => {
    answer = serve(archive, '<html>not here</html>');
    assert.equal((await refusal()).code, 'noHash');
  });

  it('refuses a broken archive', async () => {
    const broken = Buffer.from(archive);
    broken.fill(0, broken.length >> 1);
    answer = serve(broken, gpgStyle(broken));
    assert.equal((await refusal()).code, 'broken');
  });

  it('refuses something that is no archive', async () => {
    const page = Buffer.from('<html>sign in first</html>');
    answer = serve(page, gpgStyle(page));
    assert.include(['broken', 'wrongHash'], (await refusal()).code);
  });

  it('says when the connection ends before the promised length', async () => {
    answer = (request, response) => {
      if (request.url?.endsWith('.sha512') === true) return void response.end(gpgStyle(archive));
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, 100), () => response.destroy());
    };
    const error = await refusal();
    assert.equal(error.code, 'truncated');
    assert.equal(error.args[2], String(archive.length));
  });

  it('says what the server answered', async () => {
    answer = (_request, response) => void response.writeHead(404).end();
    const error = await refusal();
    assert.equal(error.code, 'http');
    assert.equal(error.args[1], '404');
  });

  it('says when no server answers', async () => {
    assert.equal((await refusal({ address: { url: 'http://127.0.0.1:1/kafka.tgz' } })).code, 'network');
  });

  it('stops when it is cancelled, while the server is still sending', async () => {
    const controller = new AbortController();
    answer = (request, response) => {
      if (request.url?.endsWith('.sha512') === true) return void response.end(gpgStyle(archive));
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, 100));
    };
    const report: SourceOrder['report'] = () => controller.abort();
    assert.equal((await refusal({ signal: controller.signal, report })).code, 'cancelled');
  });

  it('stops when it is cancelled while it unpacks', async () => {
    const controller = new AbortController();
    const report: SourceOrder['report'] = (step) => {
      if (step === 'unpack') controller.abort();
    };
    assert.equal((await refusal({ signal: controller.signal, report })).code, 'cancelled');
  });

  it('says when the disk refuses', async () => {
    await writeFile(join(folder, 'file'), '');
    const error: unknown = await getSource({ ...order, into: join(folder, 'file/kafka') }).catch((reason: unknown) => reason);
    assert.instanceOf(error, SourceError);
    assert.equal(error.code, 'disk');
  });
});
