import * as vscode from 'vscode';
import type { LanguageId } from '../../core/syntax/language';
import { extensionId } from './contributions';

/** The extensions that know a language better than we do, with an outline, definitions and hovers of their own. */
const servers: Readonly<Record<LanguageId, readonly string[]>> = {
  scala: ['scalameta.metals', 'dragos.scala-lsp'],
  java: ['redhat.java', 'oracle.oracle-java', 'asf.apache-netbeans-java', 'georgewfraser.vscode-javac', 'ms-vscode.anycode-java'],
};

/** Returns whether a language server's extension is installed and enabled. */
export function hasServer(language: LanguageId): boolean {
  return servers[language].some((id) => vscode.extensions.getExtension(id) !== undefined);
}

/** Returns whether another extension colours a language. */
export function hasGrammar(language: LanguageId): boolean {
  return vscode.extensions.all.some(({ id, packageJSON }) => id !== extensionId && contributesGrammar(packageJSON, language));
}

function contributesGrammar(manifest: unknown, language: LanguageId): boolean {
  const grammars = fieldOf(fieldOf(manifest, 'contributes'), 'grammars');
  return Array.isArray(grammars) && grammars.some((grammar: unknown) => fieldOf(grammar, 'language') === language);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
