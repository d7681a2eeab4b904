import type { FolderEntry, Folders } from '../../../src/source/folders';

/** The content of a file in memory: text, bytes, or the path that it is a link to. */
export type MemoryFile = string | Uint8Array | { readonly link: string };

/** Returns the URI of a path, encoded as the editor does it. */
export function memoryUri(path: string): string {
  const encoded = path.replace(/[^\w.~/-]/g, (sign) => {
    const bytes = [...new TextEncoder().encode(sign)];
    return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
  return `memory:${encoded}`;
}

/** A file system in memory, under `memory:/`. Paths begin with a slash and are not encoded. */
export class MemoryFolders implements Folders {
  private readonly files = new Map<string, MemoryFile>();
  /** Folders that may not be listed and files that may not be read. */
  readonly forbidden = new Set<string>();
  /** How often a folder was listed or a file was read. */
  asked = 0;

  constructor(files: Readonly<Record<string, MemoryFile>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: MemoryFile): void {
    this.files.set(path, content);
  }

  /** A folder goes with all that is in it. */
  delete(path: string): void {
    for (const file of this.files.keys()) if (file === path || file.startsWith(`${path}/`)) this.files.delete(file);
  }

  isFile(uri: string): boolean {
    const content = this.files.get(this.real(pathOf(uri)));
    return content !== undefined && !isLink(content);
  }

  list(uri: string): Promise<readonly FolderEntry[]> {
    this.asked++;
    const folder = this.real(pathOf(uri));
    if (this.forbidden.has(folder)) return Promise.reject(new Error('EACCES: permission denied'));
    const names = new Set<string>();
    for (const path of this.files.keys())
      if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split('/')[0] ?? '');
    return Promise.resolve([...names].map((name) => ({ name, ...this.kindOf(`${folder}/${name}`) })));
  }

  read(uri: string): Promise<Uint8Array | undefined> {
    return this.readFile(uri).catch(() => undefined);
  }

  /** A folder is there while something is in it. */
  kindOfFolder(uri: string): Promise<'folder' | 'file' | 'missing'> {
    const folder = this.real(pathOf(uri));
    if (this.files.has(folder)) return Promise.resolve('file');
    return Promise.resolve([...this.files.keys()].some((path) => path.startsWith(`${folder}/`)) ? 'folder' : 'missing');
  }

  /** Rejects with a reason, as the reading of source does. */
  readFile(uri: string): Promise<Uint8Array> {
    this.asked++;
    const path = this.real(pathOf(uri));
    const content = this.files.get(path);
    if (this.forbidden.has(path)) return Promise.reject(new Error('noPermission'));
    if (content === undefined) return Promise.reject(new Error('vanished'));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : (content as Uint8Array));
  }

  identity(uri: string): Promise<string> {
    return Promise.resolve(this.real(pathOf(uri)));
  }

  private kindOf(path: string): Omit<FolderEntry, 'name'> {
    const content = this.files.get(path);
    if (typeof content !== 'object' || !('link' in content))
      return { kind: content === undefined ? 'folder' : 'file', link: false };
    const target = this.real(path);
    const found = this.files.get(target);
    if (found !== undefined) return { kind: isLink(found) ? 'other' : 'file', link: true };
    const isFolder = Array.from(this.files.keys()).some((file) => file.startsWith(`${target}/`));
    return { kind: isFolder ? 'folder' : 'other', link: true };
  }

  /** The path behind all links; a link that leads to itself stays where it is. */
  private real(path: string): string {
    for (let steps = 0; steps < 20; steps++) {
      const link = Array.from(this.files).find(([from, to]) => isLink(to) && (path === from || path.startsWith(`${from}/`)));
      if (link === undefined || !isLink(link[1])) return path;
      path = link[1].link + path.slice(link[0].length);
    }
    return path;
  }
}

function isLink(file: MemoryFile): file is { readonly link: string } {
  return typeof file === 'object' && 'link' in file;
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice('memory:'.length)).replace(/^\/$/, '');
}
