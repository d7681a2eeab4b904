import { assert } from 'chai';
import { relativeLink } from '../../../src/extension/editor/uris';

const at = (path: string, authority = '', scheme = 'file') => ({ scheme, authority, path });

describe('the path from one file to another', () => {
  it('leads from folder to folder, and to no other drive or machine', () => {
    const cases: readonly (readonly [from: ReturnType<typeof at>, to: ReturnType<typeof at>, path: string | undefined])[] = [
      [at('/notes/a.md'), at('/kafka/A B.java'), '../kafka/A%20B.java'],
      [at('/a.md'), at('/A.java'), './A.java'],
      [at('/c:/notes/a.md'), at('/c:/kafka/A.java'), '../kafka/A.java'],
      [at('/C:/notes/a.md'), at('/c:/kafka/A.java'), '../kafka/A.java'],
      [at('/c:/a.md'), at('/C:/A.java'), './A.java'],
      [at('/c:/notes/a.md'), at('/d:/kafka/A.java'), undefined],
      [at('/share/notes/a.md', 'server'), at('/share/kafka/A.java', 'server'), '../kafka/A.java'],
      [at('/share/notes/a.md', 'server'), at('/share/kafka/A.java', 'other'), undefined],
      [at('/a.md', '', 'memfs'), at('/A.java'), undefined],
    ];
    for (const [from, to, path] of cases) assert.equal(relativeLink(from, to), path, `${from.path} to ${to.path}`);
  });
});
