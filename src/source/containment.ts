import { prefixOf, type Folders } from './folders';

/**
 * Returns whether a file lies in a folder when all links in both are followed, so that a link cannot lead out of the folder. Where
 * the file system does not tell where links lead, the addresses decide; a file that is not there lies nowhere.
 */
export async function liesInside(uri: string, folder: string, folders: Pick<Folders, 'identity'>): Promise<boolean> {
  const [file, root] = await Promise.all([folders.identity(uri), folders.identity(folder)]);
  return file.startsWith(prefixOf(root));
}
