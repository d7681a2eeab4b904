import type { Node } from 'web-tree-sitter';
import type { Position } from '../util/range';
import type { LanguageId } from '../syntax/language';
import type { Header } from './header';
import { JavaExpressions } from './java/javaExpressions';
import { JavaHeader } from './java/javaHeader';
import { JavaScopes } from './java/javaScopes';
import { javaTarget } from './java/javaSites';
import { ScalaExpressions } from './scala/scalaExpressions';
import { ScalaHeader } from './scala/scalaHeader';
import { ScalaScopes } from './scala/scalaScopes';
import { scalaTarget } from './scala/scalaSites';
import type { UseSite, UseTarget } from './use';

/** Reads one syntax tree and keeps the scopes that it found for as long as the tree exists. */
export interface TreeUses {
  /** Returns what the file tells of its types. */
  header(): Header;
  /** Returns what the name at a position is used for; undefined where there is no name, or where the name is declared there. */
  site(position: Position): UseSite | undefined;
}

/** The functions that create a tree reader, by language. Each is always the same object, so that trees can be kept by it. */
export const treeUses: Readonly<Record<LanguageId, (root: Node) => TreeUses>> = {
  java: (root) => {
    const scopes = new JavaScopes(root);
    const expressions = new JavaExpressions(scopes);
    return {
      header: () => ({ language: 'java', types: new JavaHeader(scopes, expressions).types(root) }),
      site: (position) => siteAt(root, position, (node) => javaTarget(node, scopes, expressions)),
    };
  },
  scala: (root) => {
    const scopes = new ScalaScopes();
    const expressions = new ScalaExpressions(scopes);
    return {
      header: () => ({ language: 'scala', types: new ScalaHeader(scopes, expressions).types(root) }),
      site: (position) => siteAt(root, position, (node) => scalaTarget(node, scopes, expressions)),
    };
  },
};

const names: ReadonlySet<string> = new Set(['identifier', 'type_identifier', 'operator_identifier']);

function siteAt(root: Node, { line, character }: Position, target: (node: Node) => UseTarget | undefined): UseSite | undefined {
  const at = { row: line, column: character };
  const found = root.namedDescendantForPosition(at, { row: line, column: character + 1 }) ?? root.namedDescendantForPosition(at);
  if (found === null || !names.has(found.type)) return undefined;
  const { startPosition: start, endPosition: end } = found;
  const used = target(found);
  return (
    used && {
      name: found.text,
      range: { start: { line: start.row, character: start.column }, end: { line: end.row, character: end.column } },
      target: used,
    }
  );
}
