/** Returns code as HTML with `hljs-…` classes, or undefined if the language is not known. */
export type Highlighter = (text: string, language: string) => string | undefined;
