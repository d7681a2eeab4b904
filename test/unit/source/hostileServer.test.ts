import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { zipSync } from 'fflate';
import { create } from 'tar';
import { isSafe } from '../../../src/source/connection';
import { getSource, type SourceOrder } from '../../../src/source/getSource';
import { gitTreeId } from '../../../src/source/gitTree';
import { unpackJar } from '../../../src/source/jar';
import { SourceError } from '../../../src/source/sourceError';

describe('a hostile server', () => {
  let folder: string;
  let storage: string;
  let archive: Buffer;
  let server: Server;
  let address: string;
  let order: SourceOrder;
  let answer: RequestListener;
  let sent: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kafka-notes-'));
    storage = join(folder, 'storage');
    await mkdir(storage);
    sent = 0;
    const top = join(folder, 'kafka');
    await mkdir(top);
    await writeFile(join(top, 'gradle.properties'), 'group=org.apache.kafka\nversion=9.9.9\n');
    archive = await packed('kafka');
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const treeId = await gitTreeId(top, new Set());
    order = {
      release: {
        project: 'Kafka',
        version: '9.9.9',
        archive: { url: 'unused' },
        tag: { url: 'unused' },
        treeId,
        group: 'org.apache.kafka',
        jars: [],
      },
      from: 'github',
      into: join(storage, 'kafka-9.9.9'),
      signal: new AbortController().signal,
      report: () => undefined,
      address: { url: `${address}/kafka.tgz` },
    };
    answer = (_request, response) => void response.end(archive);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  async function packed(name: string): Promise<Buffer> {
    await create({ gzip: true, file: join(folder, 'a.tgz'), cwd: folder }, [name]);
    return readFile(join(folder, 'a.tgz'));
  }

  async function refusal(change: Partial<SourceOrder> = {}): Promise<SourceError> {
    const before = await readdir(storage);
    const error: unknown = await getSource({ ...order, ...change }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, SourceError);
    assert.deepEqual(await readdir(storage), before, 'nothing may stay half there');
    return error;
  }

  /** Sends bytes for as long as somebody takes them. */
  const endless: RequestListener = (_request, response) => {
    const chunk = Buffer.alloc(65_536, 'a');
    const send = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', send);
    send();
  };

  it('cannot fill the memory with a hash file without an end', async () => {
    answer = endless;
    const error = await refusal({ from: 'archive', address: { url: `${address}/kafka.tgz`, sha512Url: `${address}/hash` } });
    assert.deepEqual([error.code, error.args[1]], ['broken', 'more than 65536 bytes']);
    assert.isBelow(sent, 20_000_000);
  });

  it('cannot fill the disk with an archive without an end', async () => {
    answer = endless;
    const error = await refusal({ limits: { downloaded: 1_000_000 } });
    assert.deepEqual([error.code, error.args[1]], ['broken', 'more than 1000000 bytes']);
    assert.isBelow(sent, 20_000_000);
  });

  it('cannot fill the disk with a small archive that unpacks to a large one, or to very many files', async () => {
    const big = join(folder, 'big');
    await mkdir(big);
    await writeFile(join(big, 'zeros'), Buffer.alloc(20_000_000));
    archive = await packed('big');
    assert.isBelow(archive.length, 100_000);
    assert.match((await refusal({ limits: { unpacked: 1_000_000 } })).args[1] ?? '', /more than 1000000 bytes unpacked/);
    const many = join(folder, 'many');
    await mkdir(many);
    for (let file = 0; file < 50; file++) await writeFile(join(many, String(file)), '');
    archive = await packed('many');
    assert.match((await refusal({ limits: { entries: 20 } })).args[1] ?? '', /more than 20 files/);
  });

  it('cannot keep a reader waiting with silence, before its answer or within it', async () => {
    const limits = { silence: 300 };
    answer = () => undefined;
    assert.equal((await refusal({ limits })).code, 'silent');
    answer = (_request, response) => void response.write(archive.subarray(0, 10));
    assert.equal((await refusal({ limits })).code, 'silent');
    const hash = { url: `${address}/kafka.tgz`, sha512Url: `${address}/hash` };
    assert.equal((await refusal({ limits, from: 'archive', address: hash })).code, 'silent');
  });

  it('may be slow as long as bytes come', async () => {
    const hash = createHash('sha512').update(archive).digest('hex');
    answer = (request, response) => {
      if (request.url === '/hash') return void response.end(hash);
      let at = 0;
      const send = (): void => {
        response.write(archive.subarray(at, (at += 60)));
        if (at < archive.length) setTimeout(send, 150);
        else response.end();
      };
      send();
    };
    await getSource({
      ...order,
      from: 'archive',
      limits: { silence: 600 },
      address: { url: `${address}/a`, sha512Url: `${address}/hash` },
    });
    assert.deepEqual(await readdir(storage), ['kafka-9.9.9']);
  });

  it('may send a reader on five times, to safe addresses only', async () => {
    let left = 5;
    answer = (_request, response) => {
      if (left-- === 0) response.end(archive);
      else response.writeHead(302, { location: `/next${left}` }).end();
    };
    await getSource(order);
    left = 6;
    assert.match((await refusal()).args[1] ?? '', /more than 5 redirects/);
    for (const location of ['http://198.51.100.1/a.tgz', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'data:,x']) {
      answer = (_request, response) => void response.writeHead(301, { location }).end();
      const error = await refusal();
      assert.deepEqual([error.code, error.args[0]], ['unsafe', location]);
    }
  });

  it('is not asked where anybody on the way could answer', async () => {
    assert.equal((await refusal({ address: { url: 'http://198.51.100.1/kafka.tgz' } })).code, 'unsafe');
    for (const safe of ['https://a.org/b', 'http://localhost:80/', 'http://127.0.0.9/', 'http://[::1]:8080/'])
      assert.isTrue(isSafe(safe));
    for (const unsafe of [
      'http://a.org/',
      'http://localhost.evil.test/',
      'http://127.0.0.1.evil.test/',
      'file:///a',
      'a/b',
      '',
    ]) {
      assert.isFalse(isSafe(unsafe), unsafe);
    }
  });

  it('replaces no folder that holds anything but a release', async () => {
    const { into } = order;
    await writeFile(into, 'a file');
    assert.equal((await refusal()).code, 'occupied');
    assert.equal(await readFile(into, 'utf8'), 'a file');
    await rm(into);
    await mkdir(into);
    await writeFile(join(into, 'thesis.txt'), 'all of it');
    assert.equal((await refusal()).code, 'occupied');
    await writeFile(join(into, 'gradle.properties'), 'group=org.apache.kafka\n');
    await mkdir(join(into, '.git'));
    assert.equal((await refusal()).code, 'occupied', 'a clone may hold work');
    assert.equal(await readFile(join(into, 'thesis.txt'), 'utf8'), 'all of it');
    await rm(into, { recursive: true });
    await mkdir(into);
    await getSource(order);
    assert.deepEqual(await readdir(into), ['gradle.properties']);
  });

  it('cannot write outside of the folder with a jar', async () => {
    const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
    for (const name of [
      '../../evil.java',
      '/evil.java',
      'a/../../../../evil.java',
      '..\\..\\evil.java',
      'C:\\evil.java',
      'C:/evil.java',
    ]) {
      const file = join(folder, 'evil.jar');
      await writeFile(file, zipSync({ 'good.java': Buffer.from('class Good {}'), [name]: Buffer.from('class Evil {}') }));
      const root = join(folder, 'root/of/tree');
      const error: unknown = await unpackJar(jar, file, root, order.signal).catch((reason: unknown) => reason);
      assert.equal((error as SourceError | undefined)?.code, 'broken', name);
      for (const place of [folder, join(folder, 'root'), join(folder, 'root/of')]) {
        assert.isFalse(existsSync(join(place, 'evil.java')), `${name} in ${place}`);
      }
      assert.isFalse(existsSync('/evil.java'));
      await rm(join(folder, 'root'), { recursive: true, force: true });
    }
  });

  it('cannot make a link with a jar, through which a later entry would be written elsewhere', async () => {
    const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
    const file = join(folder, 'links.jar');
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    // The type of a link, as Unix writes it into the attributes of an entry.
    const link = { os: 3, attrs: 0o120777 * 0x10000 };
    await writeFile(
      file,
      zipSync({ 'a/link.java': [Buffer.from(elsewhere), link], 'a/link.java/evil.java': Buffer.from('class Evil {}') }),
    );
    const root = join(folder, 'linked');
    const error: unknown = await unpackJar(jar, file, root, order.signal).catch((reason: unknown) => reason);
    assert.instanceOf(error, Error);
    assert.isTrue((await lstat(join(root, 'src/main/java/a/link.java'))).isFile());
    assert.deepEqual(await readdir(elsewhere), []);
  });
});
