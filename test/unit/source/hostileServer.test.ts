import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assert } from 'chai';
import { zipSync } from 'fflate';
import { isSafe } from '../../../src/source/connection';
import { getSource } from '../../../src/source/getSource';
import { unpackJar } from '../../../src/source/jar';
import { SourceError } from '../../../src/source/sourceError';
import { archiveOf, SourceServer } from './sourceServer';

describe('a hostile server', () => {
  let server: SourceServer;
  let sent: number;
  beforeEach(async () => {
    sent = 0;
    server = await SourceServer.start({ 'gradle.properties': 'group=org.apache.kafka\nversion=9.9.9\n' });
  });
  afterEach(() => server.stop());

  const hashed = () => ({ url: server.url, sha512Url: `${server.url}.sha512` });

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
    server.answer = endless;
    const error = await server.refusal({ from: 'archive', address: hashed() });
    assert.deepEqual([error.code, error.args[1]], ['broken', 'more than 65536 bytes']);
    assert.isBelow(sent, 20_000_000);
  });

  it('cannot fill the disk with an archive without an end', async () => {
    server.answer = endless;
    const error = await server.refusal({ limits: { downloaded: 1_000_000 } });
    assert.deepEqual([error.code, error.args[1]], ['broken', 'more than 1000000 bytes']);
    assert.isBelow(sent, 20_000_000);
  });

  it('cannot fill the disk with a small archive that unpacks to a large one, or to very many files', async () => {
    const big = join(server.folder, 'big');
    await mkdir(big);
    await writeFile(join(big, 'zeros'), Buffer.alloc(20_000_000));
    server.archive = await server.pack('big');
    assert.isBelow(server.archive.length, 100_000);
    assert.match((await server.refusal({ limits: { unpacked: 1_000_000 } })).args[1] ?? '', /more than 1000000 bytes unpacked/);
    const many = join(server.folder, 'many');
    await mkdir(many);
    for (let file = 0; file < 50; file++) await writeFile(join(many, String(file)), '');
    server.archive = await server.pack('many');
    assert.match((await server.refusal({ limits: { entries: 20 } })).args[1] ?? '', /more than 20 files/);
  });

  it('cannot hide what an archive unpacks to by packing it twice', async () => {
    const big = join(server.folder, 'big');
    await mkdir(big);
    await writeFile(join(big, 'zeros'), Buffer.alloc(20_000_000));
    server.archive = gzipSync(await server.pack('big'));
    assert.equal((await server.refusal({ limits: { unpacked: 1_000_000 } })).code, 'broken');
    server.archive = gzipSync(await server.pack('kafka'));
    assert.equal((await server.refusal()).code, 'broken', 'no release is packed twice');
  });

  it('leaves nothing behind where an archive is too large in the middle of many files', async () => {
    server.archive = archiveOf(Array.from({ length: 400 }, (_, index) => `kafka/${index % 50}/${index % 7}/${index}.java`));
    for (const unpacked of [1000, 100_000, 300_000, 410_000]) {
      assert.match((await server.refusal({ limits: { unpacked } })).args[1] ?? '', /bytes unpacked/);
    }
    assert.deepEqual(await readdir(server.storage), []);
  });

  it('cannot make an archive write to a drive, another machine, a device, a stream of a file or a folder above', async () => {
    for (const path of [
      ...['kafka/../../evil', 'kafka/..\\..\\evil', 'kafka/a/.. /evil', '../evil', '/evil', 'kafka//evil', 'kafka/./evil'],
      ...[
        'C:\\evil',
        'C:/evil',
        'kafka/C:/evil',
        'kafka/C:evil',
        'kafka/c:..',
        '\\\\server\\evil',
        '//server/evil',
        'kafka/\\evil',
      ],
      ...['kafka/NUL', 'kafka/aux.scala', 'kafka/com1/A.java', 'kafka/a.java:stream', 'kafka/a.java.', 'kafka/a.java '],
    ]) {
      server.archive = archiveOf(['kafka/good', path, 'kafka/better']);
      let unpacked = 0;
      const error = await server.refusal({ report: (step) => (unpacked += Number(step === 'unpack')) });
      assert.equal(error.code, 'broken', path);
      assert.equal(unpacked, 1, `what comes before ${path}`);
    }
    assert.sameMembers(await readdir(server.folder), ['kafka', 'packed.tgz', 'storage']);
  });

  it('cannot keep a reader waiting with silence, before its answer or within it', async () => {
    const limits = { silence: 300 };
    server.answer = () => undefined;
    assert.equal((await server.refusal({ limits })).code, 'silent');
    server.answer = (_request, response) => void response.write(server.archive.subarray(0, 10));
    assert.equal((await server.refusal({ limits })).code, 'silent');
    assert.equal((await server.refusal({ limits, from: 'archive', address: hashed() })).code, 'silent');
  });

  it('may be slow as long as bytes come', async () => {
    const hash = createHash('sha512').update(server.archive).digest('hex');
    server.answer = (request, response) => {
      if (request.url?.endsWith('.sha512') === true) return void response.end(hash);
      let at = 0;
      const send = (): void => {
        response.write(server.archive.subarray(at, (at += 60)));
        if (at < server.archive.length) setTimeout(send, 150);
        else response.end();
      };
      send();
    };
    await getSource({
      ...server.order,
      from: 'archive',
      limits: { silence: 600 },
      address: hashed(),
    });
    assert.deepEqual(await readdir(server.storage), ['kafka-9.9.9']);
  });

  it('may send a reader on five times, to safe addresses only', async () => {
    let left = 5;
    server.answer = (_request, response) => {
      if (left-- === 0) response.end(server.archive);
      else response.writeHead(302, { location: `/next${left}` }).end();
    };
    await getSource(server.order);
    left = 6;
    assert.match((await server.refusal()).args[1] ?? '', /more than 5 redirects/);
    for (const location of ['http://198.51.100.1/a.tgz', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'data:,x']) {
      server.answer = (_request, response) => void response.writeHead(301, { location }).end();
      const error = await server.refusal();
      assert.deepEqual([error.code, error.args[0]], ['unsafe', location]);
    }
  });

  it('is not asked where anybody on the way could answer', async () => {
    assert.equal((await server.refusal({ address: { url: 'http://198.51.100.1/kafka.tgz' } })).code, 'unsafe');
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
    const { into } = server.order;
    await writeFile(into, 'a file');
    assert.equal((await server.refusal()).code, 'occupied');
    assert.equal(await readFile(into, 'utf8'), 'a file');
    await rm(into);
    await mkdir(into);
    await writeFile(join(into, 'thesis.txt'), 'all of it');
    assert.equal((await server.refusal()).code, 'occupied');
    await writeFile(join(into, 'gradle.properties'), 'group=org.apache.kafka\n');
    await mkdir(join(into, '.git'));
    assert.equal((await server.refusal()).code, 'occupied', 'a clone may hold work');
    assert.equal(await readFile(join(into, 'thesis.txt'), 'utf8'), 'all of it');
    await rm(into, { recursive: true });
    await mkdir(into);
    await getSource(server.order);
    assert.deepEqual(await readdir(into), ['gradle.properties']);
  });

  it('cannot keep a reader waiting with a link that leads below its own name', async () => {
    const links = join(server.folder, 'links');
    await mkdir(links);
    await symlink('loop/a', join(links, 'loop'));
    server.archive = await server.pack('links');
    const error = await server.refusal({ limits: { silence: 300 } });
    assert.deepEqual([error.code, error.args[1]], ['broken', 'nothing was unpacked for 0.3 s']);
  });

  it('is told to be broken where a jar names a file that cannot be', async () => {
    const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
    const file = join(server.folder, 'evil.jar');
    await writeFile(file, zipSync({ 'a\0b': Buffer.from('a') }));
    const error: unknown = await unpackJar(jar, file, join(server.folder, 'root'), server.order.signal).catch(
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, SourceError);
    assert.equal(error.code, 'broken');
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
      'a/nul.java',
      'evil.java:a',
    ]) {
      const file = join(server.folder, 'evil.jar');
      await writeFile(file, zipSync({ 'good.java': Buffer.from('class Good {}'), [name]: Buffer.from('class Evil {}') }));
      const root = join(server.folder, 'root/of/tree');
      const error: unknown = await unpackJar(jar, file, root, server.order.signal).catch((reason: unknown) => reason);
      assert.equal((error as SourceError | undefined)?.code, 'broken', name);
      for (const place of [server.folder, join(server.folder, 'root'), join(server.folder, 'root/of')]) {
        assert.isFalse(existsSync(join(place, 'evil.java')), `${name} in ${place}`);
      }
      assert.isFalse(existsSync('/evil.java'));
      await rm(join(server.folder, 'root'), { recursive: true, force: true });
    }
  });

  it('cannot make a link with a jar, through which a later entry would be written elsewhere', async () => {
    const jar = { artifact: 'a', classifier: 'sources', sha256: '', folder: 'src/main/java' } as const;
    const file = join(server.folder, 'links.jar');
    const elsewhere = join(server.folder, 'elsewhere');
    await mkdir(elsewhere);
    // The type of a link, as Unix writes it into the attributes of an entry.
    const link = { os: 3, attrs: 0o120777 * 0x10000 };
    await writeFile(
      file,
      zipSync({ 'a/link.java': [Buffer.from(elsewhere), link], 'a/link.java/evil.java': Buffer.from('class Evil {}') }),
    );
    const root = join(server.folder, 'linked');
    const error: unknown = await unpackJar(jar, file, root, server.order.signal).catch((reason: unknown) => reason);
    assert.instanceOf(error, Error);
    assert.isTrue((await lstat(join(root, 'src/main/java/a/link.java'))).isFile());
    assert.deepEqual(await readdir(elsewhere), []);
  });
});
