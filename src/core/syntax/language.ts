export type LanguageId = 'java' | 'scala';

/** The things that a language needs, such as the names of its files in the package. */
export interface LanguageInfo {
  readonly id: LanguageId;
  /** The extension of the language's files, with the dot. */
  readonly extension: string;
  readonly grammar: string;
  readonly query: string;
}

export const languages: readonly LanguageInfo[] = [
  { id: 'java', extension: '.java', grammar: 'tree-sitter-java.wasm', query: 'java.scm' },
  { id: 'scala', extension: '.scala', grammar: 'tree-sitter-scala.wasm', query: 'scala.scm' },
];

/** Returns the language of a file; undefined for a file that is not source of a known language. */
export function languageOf(file: string): LanguageInfo | undefined {
  return languages.find((language) => file.endsWith(language.extension));
}
