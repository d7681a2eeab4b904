import { createHash } from 'node:crypto';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import { getSource, type SourceOrder } from '../../../src/source/getSource';
import { hasMaven } from '../../../src/source/maven';
import { SourceError } from '../../../src/source/sourceError';
import { SourceServer } from './sourceServer';

describe('getting the source as an archive', () => {
  let server: SourceServer;
  beforeEach(async () => {
    server = await SourceServer.start({
      'gradle.properties': 'group=org.apache.kafka\nversion=9.9.9\n',
      'core/A.scala': `class A // ${'x'.repeat(50_000)}\n`,
      'run.sh': '#!/bin/sh\n',
    });
    server.answer = serve(server.archive, gpgStyle(server.archive));
  });
  afterEach(() => server.stop());

  /** Returns an order of the archive with its published hash. */
  const order = (): SourceOrder => ({ ...server.order, ...published() });
  const published = () => ({ from: 'archive', address: { url: server.url, sha512Url: `${server.url}.sha512` } }) as const;
  const refusal = (change: Partial<SourceOrder> = {}) => server.refusal({ ...published(), ...change });

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

  it('unpacks it without its top folder, read-only, and reports progress', async () => {
    const steps = new Set<string>();
    const downloaded: (number | undefined)[][] = [];
    await getSource({
      ...order(),
      report: (step, done, total) => {
        steps.add(step);
        if (step === 'download') downloaded.push([done, total]);
      },
    });
    assert.deepEqual(downloaded.at(-1), [server.archive.length, server.archive.length]);
    assert.deepEqual([...steps], ['download', 'unpack', 'check']);
    assert.deepEqual(await readdir(server.storage), ['kafka-9.9.9']);
    assert.sameMembers(await readdir(server.order.into), ['core', 'gradle.properties', 'run.sh']);
    assert.equal((await stat(join(server.order.into, 'core/A.scala'))).mode & 0o222, 0);
  });

  it('does the same a second time, over the first', async () => {
    await getSource(order());
    await getSource(order());
    assert.deepEqual(await readdir(server.storage), ['kafka-9.9.9']);
  });

  it('takes a hash file in the form of sha512sum too', async () => {
    server.answer = serve(server.archive, `${createHash('sha512').update(server.archive).digest('hex')}  kafka.tgz\n`);
    await getSource(order());
    assert.deepEqual(await readdir(server.storage), ['kafka-9.9.9']);
  });

  it('takes a tag archive, which has no published hash, by its tree', async () => {
    await getSource(server.order);
    assert.deepEqual(await readdir(server.storage), ['kafka-9.9.9']);
  });

  it('refuses other bytes than the published hash says', async () => {
    server.answer = serve(server.archive, gpgStyle(Buffer.from('another')));
    assert.equal((await refusal()).code, 'wrongHash');
  });

  it('refuses a tree that is not the recorded one, though its hash is right', async () => {
    assert.equal((await refusal({ release: { ...server.order.release, treeId: '0'.repeat(40) } })).code, 'wrongHash');
  });

  it('refuses a hash file that holds none', async () => {
    server.answer = serve(server.archive, '<html>not here</html>');
    assert.equal((await refusal()).code, 'noHash');
  });

  it('refuses a broken archive', async () => {
    const broken = Buffer.from(server.archive);
    broken.fill(0, broken.length >> 1);
    server.answer = serve(broken, gpgStyle(broken));
    assert.equal((await refusal()).code, 'broken');
  });

  it('refuses something that is no archive', async () => {
    const page = Buffer.from('<html>sign in first</html>');
    server.answer = serve(page, gpgStyle(page));
    assert.include(['broken', 'wrongHash'], (await refusal()).code);
  });

  it('says when the connection ends before the promised length', async () => {
    server.answer = (request, response) => {
      if (request.url?.endsWith('.sha512') === true) return void response.end(gpgStyle(server.archive));
      response.writeHead(200, { 'content-length': server.archive.length });
      response.write(server.archive.subarray(0, 100), () => response.destroy());
    };
    const error = await refusal();
    assert.equal(error.code, 'truncated');
    assert.equal(error.args[2], String(server.archive.length));
  });

  it('says what the server answered', async () => {
    server.answer = (_request, response) => void response.writeHead(404).end();
    const error = await refusal();
    assert.equal(error.code, 'http');
    assert.equal(error.args[1], '404');
  });

  it('says when no server answers', async () => {
    assert.equal((await refusal({ address: { url: 'http://127.0.0.1:1/kafka.tgz' } })).code, 'network');
  });

  it('stops when it is cancelled, while the server is still sending', async () => {
    const controller = new AbortController();
    server.answer = (request, response) => {
      if (request.url?.endsWith('.sha512') === true) return void response.end(gpgStyle(server.archive));
      response.writeHead(200, { 'content-length': server.archive.length });
      response.write(server.archive.subarray(0, 100));
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

  describe('with Maven', () => {
    const { PATH } = process.env;
    const cwd = process.cwd();
    /** Puts a program in the place of Maven. */
    async function maven(script: string): Promise<void> {
      const programs = join(server.folder, 'programs');
      await mkdir(programs);
      await writeFile(join(programs, 'mvn'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      process.env.PATH = `${programs}:${PATH ?? ''}`;
    }
    afterEach(() => {
      process.env.PATH = PATH;
      process.chdir(cwd);
    });

    it('takes no settings of a folder above, which may be a stranger’s', async () => {
      await mkdir(join(server.storage, '.mvn'));
      // It looks for the folder as Maven's own script does, from the project's folder on, and says where it is.
      await maven('d=$(dirname "$4"); while [ ! -d "$d/.mvn" ]; do d=$(dirname "$d"); done; echo "[ERROR] $d"; exit 1');
      const { code, args } = await server.refusal({ from: 'maven' });
      assert.equal(code, 'maven');
      assert.equal(dirname(args[0] ?? ''), server.storage);
    });

    it('asks whether it is there without the settings of the folder that is opened', async () => {
      await mkdir(join(server.storage, '.mvn'));
      await maven('test ! -d .mvn');
      process.chdir(server.storage);
      assert.isTrue(await hasMaven());
    });
  });

  it('says when the disk refuses', async () => {
    await writeFile(join(server.folder, 'file'), '');
    const error: unknown = await getSource({ ...order(), into: join(server.folder, 'file/kafka') }).catch(
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, SourceError);
    assert.equal(error.code, 'disk');
  });
});
