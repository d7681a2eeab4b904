import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printPrepared, takePrepared } from '../../../src/core/notes/preparedNote';
import { createNoteReading } from '../../../src/worker/notes/readNote';

const root = join(__dirname, '..', '..', '..');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = createNoteReading();

describe('prepared notes', () => {
  const content = bytes('\uFEFF---\ntitle: 日志\n---\n# [Log](kafka:kafka.log.Log)\n\n- [x] [one](a.md)\n[broken](kafka:)\n');
  const fresh = read({ uri: 'file:///there/a.md', content, isOutline: true });
  const printed = bytes(printPrepared(read({ uri: 'notes:/a.md', content, isOutline: true }), 'abc123'));

  it('are what parsing gives, wherever the extension stands', () => {
    expect(takePrepared(printed, 'abc123', 'file:///there/a.md', content)).to.deep.equal(fresh);
  });

  it('are not taken for another file', () => {
    expect(takePrepared(printed, 'abc124', 'file:///there/a.md', content)).to.equal(undefined);
    expect(takePrepared(bytes(''), 'abc123', 'file:///there/a.md', content)).to.equal(undefined);
  });

  it('are there for every note that ships, as it is', () => {
    const notes = readdirSync(join(root, 'notes'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
    expect(notes.length).to.be.greaterThan(0);
    for (const path of notes) {
      const built = join(root, 'dist', 'notes', `${path}.json`);
      expect(existsSync(built), `${built}: run "npm run build"`).to.equal(true);
      const file = readFileSync(join(root, 'notes', path));
      const digest = createHash('sha256').update(file).digest('hex');
      const isOutline = /^[^/]+\/README\.md$/.test(path);
      const expected = read({ uri: `x:/${path}`, content: file, isOutline });
      expect(takePrepared(readFileSync(built), digest, `x:/${path}`, file), path).to.deep.equal(expected);
    }
  });
});
