/** A folder as a setting names it: a URI, or a path from the reader's own folder, from a root, or from a folder of the workspace. */
export interface FolderSetting {
  readonly from: 'uri' | 'home' | 'root' | 'workspace';
  /** The URI, or the path as it is written, without the `~/`. */
  readonly text: string;
}

/** Tells what a setting names. Windows' paths are known everywhere, since settings are carried from machine to machine. */
export function parseFolderSetting(written: string): FolderSetting {
  const text = written.trim();
  // Some programs write another machine's name behind four slashes, which the editor takes for no URI at all.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text))
    return { from: 'uri', text: text.replace(/^(file:)\/{4,}/i, '$1//').replace(/^([^:]*:\/\/)\/{2,}/, '$1/') };
  if (/^~[/\\]/.test(text)) return { from: 'home', text: text.slice(2) };
  if (/^(?:[/\\]|[a-z]:(?:[/\\]|$))/i.test(text)) return { from: 'root', text };
  return { from: 'workspace', text: text.replaceAll('\\', '/') };
}

/** Returns the path of a URI in a file system that has neither drives nor other machines: with `/`, and exactly one at its beginning. */
export function virtualPath(path: string): string {
  return `/${path.replaceAll('\\', '/').replace(/^\/+/, '')}`;
}
