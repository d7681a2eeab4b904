import { expect } from 'chai';
import { version } from '../../package.json';
import { runCli, withFiles } from './runCli';

describe('kafka-notes', () => {
  it('prints its help and its version', async () => {
    for (const argv of [['--help'], ['-h']]) {
      const { code, stdout, stderr } = await runCli('/', ...argv);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout).to.include('symbols').and.to.include('check').and.to.include('Exit codes');
    }
    for (const command of ['symbols', 'check']) {
      const { code, stdout } = await runCli('/', command, '--help');
      expect(code).to.equal(0);
      expect(stdout).to.include('--json');
    }
    expect(await runCli('/', '--version')).to.deep.equal({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  const wrong: Record<string, string[]> = {
    'no command': [],
    'an unknown command': ['symbol'],
    'an unknown option': ['symbols', '--jsn', '.'],
    'symbols without a path': ['symbols'],
    'symbols of nothing': ['symbols', 'gone'],
    'symbols of what is no source': ['symbols', 'a.txt'],
    'check without a source': ['check', '--notes', 'notes'],
    'check without notes': ['check', '--source', 'source'],
    'check of notes that are not there': ['check', '--notes', 'gone', '--source', 'source'],
    'check of a file': ['check', '--notes', 'a.txt', '--source', 'source'],
    'check against a source that is not there': ['check', '--notes', 'notes', '--source', 'gone'],
    'check against a folder without source': ['check', '--notes', 'notes', '--source', 'notes'],
    'too many arguments': ['check', '--notes', 'notes', '--source', 'source', '--json', '--', 'more'],
  };
  for (const [what, argv] of Object.entries(wrong)) {
    it(`ends with 2 and a message on stderr for ${what}`, () =>
      withFiles({ 'a.txt': '', 'notes/a.md': '', 'source/A.java': 'class A {}' }, async (folder) => {
        const { code, stdout, stderr } = await runCli(folder, ...argv);
        expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
        expect(stderr).to.match(/\S/);
        expect(stderr).not.to.match(/\n\s+at /);
      }));
  }
});
