import type { Node, Query } from 'web-tree-sitter';
import { symbolKinds, type SymbolKind } from './symbol';

/** What a query may capture besides the declarations, whose captures are called as their kinds. */
const partNames = [
  /** The declared name, or a parameter's. */
  'name',
  /** A container's members. */
  'body',
  /** A parameter list of a method or constructor. */
  'parameters',
  /** A parameter list of a Scala class: makes it a primary constructor, and its `val`s and `var`s members. */
  'classParameters',
  /** The components of a record: its fields, and the parameters of its compact constructor. */
  'components',
  'modifiers',
  /** The type of a constant or parameter, and the value of a constant. */
  'ofType',
  'value',
  /** The word `case` before `class`. */
  'case',
  /** A Scala pattern: declares all names bound in it. */
  'pattern',
  /** The `[]` behind a name or type. */
  'dimensions',
  /** `val` or `var` before a class parameter. */
  'keyword',
  /** The type that a longer type is called by. */
  'head',
] as const;

/** What a match is as a whole, besides the kinds. */
const wholeNames = [
  'package',
  'packageObject',
  /** Not a declaration, but holds declarations of the container around it. */
  'members',
  'parameter',
  /** A parameter of variable number. */
  'repeated',
  /** A name bound in a pattern: only where it starts with a small letter. */
  'bound',
  /** The same, whatever it starts with. */
  'captured',
  /** A type called by a fixed name. */
  'called',
  'singleton',
] as const;

type PartName = (typeof partNames)[number];
export type WholeName = (typeof wholeNames)[number] | SymbolKind;
export const captureNames: readonly (PartName | WholeName)[] = [...partNames, ...wholeNames, ...symbolKinds];

const wholes: ReadonlySet<string> = new Set<WholeName>([...wholeNames, ...symbolKinds]);

/** One match of a language's query. */
export interface Found {
  /** Undefined for a pattern that only says what a type is called by. */
  readonly what: WholeName | undefined;
  readonly node: Node;
  readonly parts: Readonly<Partial<Record<Exclude<PartName, 'parameters' | 'classParameters'>, Node>>>;
  readonly parameters: readonly Node[];
  readonly classParameters: readonly Node[];
  /** What the pattern sets by `#set!`. */
  readonly properties: Readonly<Record<string, string | null>>;
}

const noProperties = {};
/** The largest number that the binding takes. */
const anyDepth = 0xffffffff;

/** All matches whose outermost node is `node` or at most `depth` levels below it, in source order. */
export function find(query: Query, node: Node, depth = anyDepth): Found[] {
  return query.matches(node, { maxStartDepth: depth }).map((match) => {
    let what: WholeName | undefined;
    let whole = node;
    const parts: Partial<Record<string, Node>> = {};
    const parameters: Node[] = [];
    const classParameters: Node[] = [];
    for (const capture of match.captures) {
      if (capture.name === 'parameters') parameters.push(capture.node);
      else if (capture.name === 'classParameters') classParameters.push(capture.node);
      else if (isWhole(capture.name)) {
        what = capture.name;
        whole = capture.node;
      } else parts[capture.name] = capture.node;
    }
    return { what, node: whole, parts, parameters, classParameters, properties: match.setProperties ?? noProperties };
  });
}

function isWhole(name: string): name is WholeName {
  return wholes.has(name);
}
