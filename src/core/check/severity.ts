import type { CheckProblem } from './check';

/** How bad each problem is: an error says that a reader misses something, a warning that the author should look. */
export const severityOf: Readonly<Record<CheckProblem['code'], 'error' | 'warning'>> = {
  'note/frontMatter': 'error',
  'note/unclosedFence': 'error',
  'note/emptyExcerpt': 'error',
  'note/excerptLines': 'error',
  'note/notUtf8': 'error',
  'note/tooLarge': 'error',
  'note/unreadable': 'error',
  'note/link': 'warning',
  'note/notALink': 'error',
  'outline/noNote': 'warning',
  'outline/written': 'warning',
  'anchor/empty': 'error',
  'anchor/type': 'error',
  'anchor/member': 'error',
  'anchor/parameters': 'error',
  'anchor/file': 'error',
  'anchor/fragment': 'error',
  'anchor/encoding': 'error',
  'anchor/lineNumber': 'error',
  'binding/ambiguous': 'warning',
  'binding/missingSymbol': 'error',
  'binding/missingFragment': 'error',
  'binding/missingFile': 'error',
  'binding/unavailable': 'warning',
};
