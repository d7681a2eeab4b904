import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { assert } from 'chai';
import { kafka } from '../../../src/kafka/kafka';
import { IgnoreRules } from '../../../src/source/ignoreRules';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { listSourceFiles } from '../../../src/source/walk';
import { Random } from '../symbols/random';

const run = promisify(execFile);
/** The number of random work trees. More were run by hand: 400 without a difference. */
const rounds = Number(process.env.IGNORED_ROUNDS ?? 15);

const folderNames = ['a', 'b', 'build', 'x y', 'ü', '[z]', 'c*d', 'B', '#h', '!n', 'e\\f', '..g'];
const fileNames = ['A.java', 'a.java', 'Gen.java', 'b.scala', 'build', '#x.java', '!y.java', ' s.java', 'q?.java', 'z].scala'];
const patterns = [
  ...['build/', 'build', '/build', 'a/', 'a', '/a/', 'a/b', '/a/b/', 'a/b/*', 'B', '**/a', 'a/**', 'a/**/b', '**/b/**', '**'],
  ...[
    '*',
    '*/',
    '/*',
    '/*/',
    '*.java',
    'Gen*',
    'A.java',
    '/A.java',
    '?.java',
    '[Aa].java',
    '[!a]*.java',
    '[a-c]',
    '[z]',
    '\\[z\\]',
  ],
  ...[
    '#x.java',
    '\\#x.java',
    '\\!y.java',
    'x y',
    'x y/',
    'build/   ',
    'c\\*d',
    'c*d',
    'ü/',
    '',
    '   ',
    '/',
    '//',
    'q?.java',
    '*.ja*a',
  ],
  ...[
    'a/*.java',
    '**/Gen.java',
    '*/b',
    '*/*/b.scala',
    'b.scala/',
    'e\\\\f',
    '..g',
    '/..g/',
    ' s.java',
    'z].scala',
    '***',
    'a***b',
    'x?y',
  ],
];

describe('files that git ignores', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'kafka-notes-'))));
  afterEach(() => rm(folder, { recursive: true }));

  async function make(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }

  async function git(...args: string[]): Promise<string> {
    const alone = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    return (await run('git', ['-C', folder, ...args], { env: alone, maxBuffer: 1 << 24 })).stdout;
  }

  const list = async (below = ''): Promise<readonly string[]> => {
    const root = pathToFileURL(join(folder, below)).href.replace(/\/$/, '');
    return (await listSourceFiles(root, nodeFolders)).files;
  };

  /** Makes a work tree with random files and patterns; returns its lists of what is ignored. */
  async function makeByChance(random: Random): Promise<string> {
    const files: Record<string, string> = {};
    for (let count = 0; count < 25; count++) {
      const depth = random.below(4);
      const path = Array.from({ length: depth }, () => random.oneOf(folderNames));
      // A file `build` would stand in the way of the folder of this name.
      const name = random.oneOf(depth === 0 ? fileNames.filter((one) => one !== 'build') : fileNames);
      files[[...path, name === 'build' ? 'build.java' : name].join('/')] = '';
      if (random.below(4) !== 0) continue;
      const lines = Array.from(
        { length: 1 + random.below(4) },
        () => `${random.below(3) === 0 ? '!' : ''}${random.oneOf(patterns)}`,
      );
      files[[...path, '.gitignore'].join('/')] = lines.join(random.oneOf(['\n', '\n', '\r\n']));
    }
    await make(files);
    await git('init', '-q');
    const ignoresCase = random.oneOf(['true', 'false']);
    await git('config', 'core.ignorecase', ignoresCase);
    const exclude = random.oneOf(patterns);
    await writeFile(join(folder, '.git/info/exclude'), `${exclude}\n`);
    return JSON.stringify({
      ignoresCase,
      exclude,
      ...Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '')),
    });
  }

  it('are those that git names, for random patterns and folders', async function () {
    this.timeout(rounds * 2000);
    for (let seed = 1; seed <= rounds; seed++) {
      const rules = await makeByChance(new Random(seed));
      const judged = (await git('ls-files', '--others', '--exclude-standard', '-z')).split('\0');
      const expected = judged.filter((path) => /\.(java|scala)$/.test(path) && !/(^|\/)\..*\//.test(path)).sort();
      assert.deepEqual(await list(), expected, `seed ${seed}: ${rules}`);
      const below = expected.filter((path) => path.startsWith('a/b/')).map((path) => path.slice(4));
      if (below.length > 0) assert.deepEqual(await list('a/b'), below, `a/b of seed ${seed}: ${rules}`);
      await rm(folder, { recursive: true });
      await mkdir(folder);
    }
  });

  it('are those of a work tree beside the first one too, whose `.git` is a file', async () => {
    await make({
      'first/a.txt': '',
      'second/Kept.java': '',
      'second/secret/A.java': '',
      'second/core/Kept.java': '',
      'second/core/secret/B.java': '',
    });
    await git('init', '-q', 'first');
    await git('-C', 'first', '-c', 'user.name=n', '-c', 'user.email=e', 'commit', '-q', '--allow-empty', '-m', 'c');
    await git('-C', 'first', 'worktree', 'add', '-q', '--no-checkout', '../third');
    await writeFile(join(folder, 'first/.git/info/exclude'), 'secret\n');
    await rename(join(folder, 'third/.git'), join(folder, 'second/.git'));
    assert.deepEqual(await list('second'), ['Kept.java', 'core/Kept.java']);
    assert.deepEqual(await list('second/core'), ['Kept.java']);
  });

  it('are decided by an inner repository for itself', async () => {
    await make({
      '.gitignore': 'gen\n',
      'gen/A.java': '',
      'inner/gen/B.java': '',
      'inner/out/C.java': '',
      'inner/.gitignore': 'out',
    });
    await git('init', '-q');
    await git('init', '-q', 'inner');
    assert.deepEqual(await list(), ['inner/gen/B.java']);
  });

  it('are decided by `.gitignore` files where there is no repository, and not by a file above the folder', async () => {
    await make({
      '.gitignore': '*',
      'tree/.gitignore': 'out/',
      'tree/out/A.java': '',
      'tree/a/out.java': '',
      'tree/build/B.java': '',
    });
    assert.deepEqual(await list('tree'), ['a/out.java', 'build/B.java']);
  });

  it('are listed in a folder that git ignores as a whole, because a reader who opens it wants to see it', async () => {
    await make({ '.gitignore': 'downloads/\n*.java', 'downloads/kafka/A.java': '', 'downloads/kafka/B.scala': '' });
    await git('init', '-q');
    assert.deepEqual(await list(), []);
    assert.deepEqual(await list('downloads/kafka'), ['A.java', 'B.scala']);
  });

  it('are listed where the project wants them, as those that a build of Kafka generates', async () => {
    const kept = ['clients/src/generated/java/A.java', 'clients/src/main/B.java'];
    await make({
      '.gitignore': '**/src/generated\nbuild/\n',
      ...Object.fromEntries([...kept, 'clients/build/C.java', 'clients/src/generated/build/D.java'].map((file) => [file, ''])),
    });
    assert.deepEqual(await list(), kept.slice(1));
    const { files } = await listSourceFiles(pathToFileURL(folder).href, nodeFolders, undefined, kafka.listed);
    assert.deepEqual(files, kept);
  });

  it('are found quickly, whatever the pattern', () => {
    const evil = ['*a*a*a*a*a*a*a*a*b', '**/a/**/a/**/a/**/a/**/a/b', 'a/**/**/**/**/**/b', '*?*?*?*?*b', '**a**a**a**b'].join(
      '\n',
    );
    const rules = IgnoreRules.none().with('', new TextEncoder().encode(evil));
    const began = performance.now();
    assert.isFalse(rules.ignores('a'.repeat(255), 'file'));
    assert.isFalse(rules.ignores(`${'a/'.repeat(64)}a`, 'file'));
    assert.isBelow(performance.now() - began, 200);
  });
});
