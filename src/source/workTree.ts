import { childUri, parentUri, prefixOf, type Folders } from './folders';
import { IgnoreRules } from './ignoreRules';
import { pathsBelow } from './pathsBelow';

/** A place in a git work tree, or in a folder that stands for one where there is no git. */
export interface WorkTreePlace {
  /** The path from the work tree's root; '' at the root. */
  readonly path: string;
  readonly rules: IgnoreRules;
}

/** The root of a folder that has nothing to do with git. */
export const nowhere: WorkTreePlace = { path: '', rules: IgnoreRules.none() };

/** Returns the root of a work tree with the rules that git's own folder has for it: `info/exclude`, and how case counts. */
export async function openWorkTree(root: string, folders: Folders): Promise<WorkTreePlace> {
  const git = await gitFolder(root, folders);
  if (git === undefined) return nowhere;
  const [config, exclude] = await Promise.all([folders.read(`${git}/config`), folders.read(`${git}/info/exclude`)]);
  const ignoresCase = /^\s*ignorecase\s*=\s*true\s*$/im.test(new TextDecoder().decode(config));
  return { path: '', rules: IgnoreRules.none(ignoresCase).with('', exclude) };
}

/**
 * Finds the work tree that a folder lies in, with the rules of the folders above it. A folder that git itself ignores is
 * a beginning of its own: who opens it wants to see what it holds.
 */
export async function findWorkTree(folder: string, folders: Folders): Promise<WorkTreePlace> {
  const above: string[] = [];
  for (let uri = parentUri(folder); uri !== undefined; uri = parentUri(uri)) above.push(uri);
  const heads = await Promise.all(above.map((uri) => gitFolder(uri, folders)));
  const outermost = heads.findIndex((head) => head !== undefined);
  const root = above[outermost];
  if (root === undefined) return nowhere;
  const between = above.slice(0, outermost + 1).reverse();
  const files = await Promise.all(between.map((uri) => folders.read(childUri(uri, '.gitignore'))));
  const pathBelow = pathsBelow(root);
  const pathOf = (uri: string): string => pathBelow(uri) ?? '';
  let { rules } = await openWorkTree(root, folders);
  between.forEach((uri, index) => (rules = rules.with(pathOf(uri), files[index])));
  return rules.ignores(pathOf(folder), 'folder') ? nowhere : { path: pathOf(folder), rules };
}

/** Returns the folder that holds git's settings for a work tree: `.git`, or what a file of this name leads to. */
async function gitFolder(root: string, folders: Folders): Promise<string | undefined> {
  const [head, pointer] = await Promise.all([folders.read(childUri(root, '.git/HEAD')), folders.read(childUri(root, '.git'))]);
  if (head !== undefined) return childUri(root, '.git');
  const own = target(root, 'gitdir: ', pointer);
  if (own === undefined) return undefined;
  // Work trees beside the first one share its settings.
  return target(own, '', await folders.read(`${own}/commondir`)) ?? own;
}

/**
 * Returns the URI that a file of git leads to, relative to a folder: gitrepository-layout(5). A path of another machine is not
 * followed: Windows would send that machine the reader's name and a proof of the password, for whoever wrote the file.
 */
function target(folder: string, word: string, file: Uint8Array | undefined): string | undefined {
  const text = new TextDecoder().decode(file).trim();
  if (file === undefined || !text.startsWith(word)) return undefined;
  const path = text.slice(word.length).replace(/^(?=[A-Za-z]:)/, '/');
  const [encoded, base] = [path.split('/').map(encodeURIComponent).join('/'), prefixOf(folder)];
  if (!URL.canParse(encoded, base)) return undefined;
  const { href, host } = new URL(encoded, base);
  return host === new URL(base).host ? href.replace(/\/$/, '') : undefined;
}
