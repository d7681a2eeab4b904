import type { Skeleton } from './skeleton/createSkeleton';
import { javaSkeleton } from './skeleton/javaSkeleton';
import { scalaSkeleton } from './skeleton/scalaSkeleton';

export type LanguageId = 'java' | 'scala';

/** What a language needs: the names of its files in the package. */
export interface LanguageInfo {
  readonly id: LanguageId;
  /** With the dot. */
  readonly extension: string;
  readonly grammar: string;
  readonly query: string;
  /** Of a text only what declares something. */
  readonly skeleton: (text: string) => Skeleton;
}

export const languages: readonly LanguageInfo[] = [
  { id: 'java', extension: '.java', grammar: 'tree-sitter-java.wasm', query: 'java.scm', skeleton: javaSkeleton },
  { id: 'scala', extension: '.scala', grammar: 'tree-sitter-scala.wasm', query: 'scala.scm', skeleton: scalaSkeleton },
];

/** Undefined for a file that is no source of a known language. */
export function languageOf(file: string): LanguageInfo | undefined {
  return languages.find((language) => file.endsWith(language.extension));
}
