import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageOf, type LanguageId } from '../src/core/syntax/language';
import { nodeFolders } from '../src/source/nodeFolders';
import { listSourceFiles } from '../src/source/walk';

export interface SourceFile {
  /** The path of the file, relative to the tree's root, with `/`. */
  readonly file: string;
  readonly language: LanguageId;
  readonly text: string;
}

/** Returns all Java and Scala files of a tree, relative to it, in the order of their paths. */
export async function listSources(root: string): Promise<readonly string[]> {
  const { files } = await listSourceFiles(pathToFileURL(root).toString(), nodeFolders);
  return files.toSorted();
}

/** Returns the same files with their texts. */
export async function readSources(root: string): Promise<readonly SourceFile[]> {
  return (await listSources(root)).flatMap((file) => {
    const language = languageOf(file)?.id;
    return language === undefined ? [] : [{ file, language, text: readFileSync(join(root, file), 'utf8') }];
  });
}
