import { FilesByKey } from '../symbols/filesByKey';

/** The files of a tree by their name without extension. */
export class FileNames {
  private readonly files = new FilesByKey();

  constructor(files: Iterable<string>) {
    for (const file of files) this.add(file);
  }

  get(name: string): readonly string[] {
    return this.files.get(name);
  }

  add(file: string): void {
    const name = nameOf(file);
    if (!this.files.get(name).includes(file)) this.files.add(name, file);
  }

  remove(file: string): void {
    this.files.remove(nameOf(file), file);
  }
}

function nameOf(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? base : base.slice(0, dot);
}
