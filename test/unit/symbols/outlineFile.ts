import * as product from '../../../src/core/symbols/outliner';
import { unpackOutline } from '../../../src/core/symbols/packedOutline';
import type { FileOutline } from '../../../src/core/symbols/symbol';
import type { LoadedLanguage } from '../../../src/core/syntax/parsers';

/** Returns the declarations of a text, unpacked. */
export function outlineFile(text: string, language: LoadedLanguage): FileOutline {
  return unpackOutline(product.outlineFile(text, language));
}
