import type { Node } from 'web-tree-sitter';
import type { Position } from '../symbols/symbol';
import type { LoadedLanguage } from '../syntax/parsers';
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

/** What a file tells of its types. @throws ParseFailure */
export function readHeader(text: string, language: LoadedLanguage): Header {
  return language.parse(text, (root) => readerOf(root, language).header());
}

/** What names at these positions are used for; undefined where there is no name, or where it is declared. @throws ParseFailure */
export function readSites(text: string, positions: readonly Position[], language: LoadedLanguage): (UseSite | undefined)[] {
  return language.parse(text, (root) => {
    const reader = readerOf(root, language);
    return positions.map((position) => siteAt(root, position, (node) => reader.target(node)));
  });
}

interface FileReader {
  header(): Header;
  target(node: Node): UseTarget | undefined;
}

function readerOf(root: Node, { info: { id } }: LoadedLanguage): FileReader {
  switch (id) {
    case 'java': {
      const scopes = new JavaScopes(root);
      const expressions = new JavaExpressions(scopes);
      return {
        header: () => ({ language: id, types: new JavaHeader(scopes, expressions).types(root) }),
        target: (node) => javaTarget(node, scopes, expressions),
      };
    }
    case 'scala': {
      const scopes = new ScalaScopes();
      const expressions = new ScalaExpressions(scopes);
      return {
        header: () => ({ language: id, types: new ScalaHeader(scopes, expressions).types(root) }),
        target: (node) => scalaTarget(node, scopes, expressions),
      };
    }
    default:
      return id satisfies never;
  }
}

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
