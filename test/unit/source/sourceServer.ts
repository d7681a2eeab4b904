import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assert } from 'chai';
import { create, Header } from 'tar';
import { getSource, type SourceOrder } from '../../../src/source/getSource';
import { gitTreeId } from '../../../src/source/gitTree';
import { SourceError } from '../../../src/source/sourceError';

/** A server on this machine that has a small release, and that answers as a test wants. */
export class SourceServer {
  /** What it answers; at first the archive to every request. */
  answer: RequestListener = (_request, response) => void response.end(this.archive);

  private constructor(
    /** A folder for whatever a test needs; it goes away with the server. */
    readonly folder: string,
    /** The folder that the release is to be got into. */
    readonly storage: string,
    readonly url: string,
    /** The release as an archive. */
    public archive: Buffer,
    /** An order of the release from this server, as if it were a tag of GitHub. */
    readonly order: SourceOrder,
    private readonly server: Server,
  ) {}

  /** Starts a server of a release with these files (path to text). Those that end in `.sh` may be executed. */
  static async start(files: Readonly<Record<string, string>>): Promise<SourceServer> {
    const folder = await mkdtemp(join(tmpdir(), 'kafka-notes-'));
    const [storage, top] = [join(folder, 'storage'), join(folder, 'kafka')];
    await mkdir(storage);
    const executables = Object.keys(files).filter((path) => path.endsWith('.sh'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(top, path)), { recursive: true });
      await writeFile(join(top, path), text);
    }
    for (const path of executables) await chmod(join(top, path), 0o755);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kafka.tgz`;
    const order: SourceOrder = {
      release: {
        project: 'Kafka',
        version: '9.9.9',
        archive: { url: 'unused' },
        tag: { url: 'unused' },
        treeId: await gitTreeId(top, new Set(executables)),
        group: 'org.apache.kafka',
        jars: [],
      },
      from: 'github',
      into: join(storage, 'kafka-9.9.9'),
      signal: new AbortController().signal,
      report: () => undefined,
      address: { url },
    };
    const started = new SourceServer(folder, storage, url, await packed(folder, 'kafka'), order, server);
    server.on('request', (request, response) => started.answer(request, response));
    return started;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true });
  }

  /** Returns a folder of {@link folder} as an archive. */
  pack(name: string): Promise<Buffer> {
    return packed(this.folder, name);
  }

  /** Gets the source, asserts that this is refused and leaves nothing behind, and returns why. */
  async refusal(change: Partial<SourceOrder> = {}): Promise<SourceError> {
    const before = await readdir(this.storage);
    const error: unknown = await getSource({ ...this.order, ...change }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, SourceError);
    assert.deepEqual(await readdir(this.storage), before, 'nothing may stay half there');
    return error;
  }
}

/** Returns an archive of files with these paths, as they are, and some text; no program that packs archives would write some of them. */
export function archiveOf(paths: readonly string[]): Buffer {
  const text = Buffer.from('text');
  const blocks = paths.flatMap((path) => {
    const header = new Header({ path, size: text.length, mode: 0o644, type: 'File' });
    const block = Buffer.alloc(512);
    header.encode(block);
    return [block, Buffer.concat([text, Buffer.alloc(512 - text.length)])];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

async function packed(folder: string, name: string): Promise<Buffer> {
  const file = join(folder, 'packed.tgz');
  await create({ gzip: true, file, cwd: folder }, [name]);
  return readFile(file);
}
