import type { Node, Query } from 'web-tree-sitter';
import { symbolKinds, type SymbolKind } from './symbol';

/** The parts that a query may capture besides the declarations, whose captures are called as their kinds. */
const partNames = [
  /** The declared name, or a parameter's name. */
  'name',
  /** A container's members. */
  'body',
  /** A parameter list of a method or constructor. */
  'parameters',
  /** A parameter list of a Scala class: it makes the class a primary constructor, and its `val`s and `var`s are members. */
  'classParameters',
  /** The components of a record: its fields, and the parameters of its compact constructor. */
  'components',
  'modifiers',
  /** The type of a constant or parameter, and the value of a constant. */
  'ofType',
  'value',
  /** The word `case` before `class`. */
  'case',
  /** A Scala pattern: it declares all names that are bound in it. */
  'pattern',
  /** The `[]` behind a name or type. */
  'dimensions',
  /** The keyword `val` or `var` before a class parameter. */
  'keyword',
  /** The type that a longer type is called by. */
  'head',
] as const;

/** The things that a match can be as a whole, besides the kinds. */
const wholeNames = [
  'package',
  'packageObject',
  /** A thing that is no declaration, but holds declarations of the container around it. */
  'members',
  'parameter',
  /** A parameter of variable number. */
  'repeated',
  /** A name that a pattern binds only if it starts with a small letter. */
  'bound',
  /** A name that a pattern binds whatever it starts with. */
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
  /** The thing that was found; undefined for a pattern that only tells the name that a type is called by. */
  readonly what: WholeName | undefined;
  readonly node: Node;
  readonly parts: Readonly<Partial<Record<Exclude<PartName, 'parameters' | 'classParameters'>, Node>>>;
  readonly parameters: readonly Node[];
  readonly classParameters: readonly Node[];
  /** The properties that the pattern sets by `#set!`. */
  readonly properties: Readonly<Record<string, string | null>>;
}

const noProperties = {};
/** The largest number that the binding takes. */
const anyDepth = 0xffffffff;

/** Returns all matches whose outermost node is `node` or at most `depth` levels below it, in source order. */
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
