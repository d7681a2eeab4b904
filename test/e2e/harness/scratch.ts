import { chmod, cp, mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A folder for one run of an editor: nothing of it outlives the run, nothing of a person's own settings gets in. */
export class Scratch {
  private constructor(readonly folder: string) {}

  static async create(): Promise<Scratch> {
    return new Scratch(await mkdtemp(join(tmpdir(), 'kafka-notes-')));
  }

  /**
   * What the editor keeps; `settings` are the user's. In a browser VS Code saves by itself a second after the last key, on a
   * desktop it does not: what a test types is not to land in a file because the machine was slow.
   */
  async editorFolders(settings: Readonly<Record<string, unknown>>): Promise<{ userData: string; extensions: string }> {
    const userData = join(this.folder, 'user-data');
    const extensions = join(this.folder, 'extensions');
    await mkdir(join(userData, 'data', 'User'), { recursive: true });
    await mkdir(extensions);
    await writeFile(
      join(userData, 'data', 'User', 'settings.json'),
      JSON.stringify({ 'files.autoSave': 'off', ...settings }, undefined, 2),
    );
    return { userData, extensions };
  }

  /** Makes a display language known that translates nothing: extensions see it all the same. Call after {@link editorFolders}. */
  async addLanguagePack(language: string): Promise<void> {
    const path = join(this.folder, 'nothing.i18n.json');
    await writeFile(path, JSON.stringify({ version: '1.0.0', contents: {} }));
    const extensions = [{ extensionIdentifier: { id: `kafka-notes.language-pack-${language}` }, version: '1.0.0' }];
    const pack = { hash: 'none', extensions, translations: { vscode: path }, label: language };
    await writeFile(join(this.folder, 'user-data', 'data', 'languagepacks.json'), JSON.stringify({ [language]: pack }));
  }

  /** Writes files by their paths in a folder, which it returns. */
  async write(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
    const into = join(this.folder, folder);
    await mkdir(into, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(into, path)), { recursive: true });
      await writeFile(join(into, path), text);
    }
    return into;
  }

  /** Makes a copy that a test may change. */
  async copyOf(folder: string): Promise<string> {
    const copy = join(this.folder, basename(folder));
    await cp(folder, copy, { recursive: true, filter: (file) => basename(file) !== '.git' });
    await makeWritable(copy);
    return copy;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kafka's source is kept read-only. */
async function makeWritable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeWritable(path);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}

/** The folder with Kafka 2.2.0's source that the tests read. */
export function kafkaSource(): string {
  const folder = process.env.KAFKA_NOTES_SOURCE;
  if (folder === undefined || folder === '') {
    throw new Error('KAFKA_NOTES_SOURCE must name a folder with the source of Kafka 2.2.0; `npm test` gets one and sets it.');
  }
  return folder;
}
