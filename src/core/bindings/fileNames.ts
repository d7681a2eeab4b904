/** The files of a tree by their name without extension. */
export class FileNames {
  private readonly files = new Map<string, Set<string>>();

  constructor(files: Iterable<string>) {
    for (const file of files) this.add(file);
  }

  get(name: string): readonly string[] {
    return [...(this.files.get(name) ?? [])];
  }

  add(file: string): void {
    const name = nameOf(file);
    const files = this.files.get(name);
    if (files === undefined) this.files.set(name, new Set([file]));
    else files.add(file);
  }

  remove(file: string): void {
    this.files.get(nameOf(file))?.delete(file);
  }
}

function nameOf(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? base : base.slice(0, dot);
}
