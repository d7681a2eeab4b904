import type { SymbolKind } from '../../core/symbols/symbol';

/** The names of the editor's icons for symbols. */
export const symbolIcons: Readonly<Record<SymbolKind, string>> = {
  class: 'symbol-class',
  trait: 'symbol-interface',
  object: 'symbol-object',
  interface: 'symbol-interface',
  enum: 'symbol-enum',
  enumConstant: 'symbol-enum-member',
  annotation: 'symbol-interface',
  method: 'symbol-method',
  constructor: 'symbol-constructor',
  field: 'symbol-field',
  val: 'symbol-field',
  var: 'symbol-variable',
  type: 'symbol-type-parameter',
};
