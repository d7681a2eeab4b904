import type { Node } from 'web-tree-sitter';
import type { ConstantValues } from './constants';

/** What declarations stand in: a package, or a type. */
export type Container = PackageContainer | TypeContainer;

export interface PackageContainer {
  readonly kind: 'package';
  /** Its name; empty where there is no package clause. */
  readonly path: string;
  /** Where it is named; undefined where there is no package clause. */
  readonly clause?: Node;
}

export interface TypeContainer {
  readonly kind: 'type';
  /** The canonical path. */
  readonly path: string;
  readonly constants: ConstantValues;
  /** Of a record: the types of its components. */
  readonly components?: readonly string[];
}

/** The path of a type or package in a package or type. */
export function pathIn(container: Container, name: string): string {
  return container.path === '' ? name : `${container.path}.${name}`;
}
