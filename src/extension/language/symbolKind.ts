import { SymbolKind } from 'vscode';
import type { SourceSymbol } from '../../core/symbols/symbol';

/** Returns the editor's kind, which gives a symbol its icon. */
export function editorKind({ kind, value }: SourceSymbol): SymbolKind {
  switch (kind) {
    case 'class':
      return SymbolKind.Class;
    case 'trait':
    case 'interface':
    case 'annotation':
      return SymbolKind.Interface;
    case 'object':
      return SymbolKind.Module;
    case 'enum':
      return SymbolKind.Enum;
    case 'enumConstant':
      return SymbolKind.EnumMember;
    case 'method':
      return SymbolKind.Method;
    case 'constructor':
      return SymbolKind.Constructor;
    case 'field':
    case 'val':
      return value === undefined ? SymbolKind.Field : SymbolKind.Constant;
    case 'var':
      return SymbolKind.Variable;
    case 'type':
      return SymbolKind.TypeParameter;
    default:
      return kind satisfies never;
  }
}
