import { FilesByKey } from './filesByKey';

/**
 * Tells where a symbol stands by the habits of Java and Scala: a type stands in the file of its name in the folder of its
 * package, whatever folders lie above (`core/src/main/scala/` in a checkout, nothing in a jar).
 */
export class SourceFolders {
  private readonly files = new FilesByKey();
  /** The folders that have files, by their last part: a folder of package `a.b` ends with `a/b`. */
  private readonly foldersByName = new FilesByKey();
  /** The files by their name without extension. */
  private readonly filesByName = new FilesByKey();
  /** The candidates of each type that somebody asked for since files came or went. */
  private readonly candidatesByType = new Map<string, readonly string[]>();

  /** Adds a file that is not among them yet. */
  add(file: string): void {
    this.candidatesByType.clear();
    const { folder, name } = split(file);
    if (this.files.get(folder).length === 0) this.foldersByName.add(lastPart(folder), folder);
    this.files.add(folder, file);
    this.filesByName.add(name, file);
  }

  remove(file: string): void {
    this.candidatesByType.clear();
    const { folder, name } = split(file);
    this.files.remove(folder, file);
    if (this.files.get(folder).length === 0) this.foldersByName.remove(lastPart(folder), folder);
    this.filesByName.remove(name, file);
  }

  /** Returns the files with this name, whatever their extension. */
  named(name: string): readonly string[] {
    return this.filesByName.get(name);
  }

  /**
   * Returns the files in which a symbol of this path may be looked for, the most likely first: those called as one of its types
   * in the folder of its package, the package's object, the package's other files, and files elsewhere called as one of its
   * types.
   */
  candidates(path: string): readonly string[] {
    const [type = ''] = path.split('#');
    const known = this.candidatesByType.get(type) ?? this.find(type);
    this.candidatesByType.set(type, known);
    return known;
  }

  private find(type: string): readonly string[] {
    const types = type.split('.').map((part) => part.replace(/\$$/, ''));
    const found = new Set<string>();
    const add = (files: Iterable<string>): void => {
      for (const file of [...files].sort()) found.add(file);
    };
    for (let length = types.length - 1; length >= 0; length--) {
      add(this.inPackage(types.slice(0, length)).filter((file) => split(file).name === types[length]));
    }
    for (let length = types.length; length > 0; length--) {
      const files = this.inPackage(types.slice(0, length));
      add(files.filter((file) => ['package-info', 'package'].includes(split(file).name)));
      add(files);
      if (files.length > 0) break;
    }
    for (const name of types.toReversed()) if (/^\p{Lu}/u.test(name)) add(this.filesByName.get(name));
    return [...found];
  }

  private inPackage(parts: readonly string[]): string[] {
    const wanted = parts.join('/');
    const folders = parts.length === 0 ? [''] : this.foldersByName.get(parts.at(-1) ?? '');
    return folders
      .filter((folder) => folder === wanted || folder.endsWith(`/${wanted}`))
      .flatMap((folder) => this.files.get(folder));
  }
}

function split(file: string): { folder: string; name: string } {
  const slash = file.lastIndexOf('/');
  const base = file.slice(slash + 1);
  const dot = base.lastIndexOf('.');
  return { folder: slash < 0 ? '' : file.slice(0, slash), name: dot < 0 ? base : base.slice(0, dot) };
}

function lastPart(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}
