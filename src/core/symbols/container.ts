import type { Node } from 'web-tree-sitter';
import type { ConstantValues } from './constants';

/** The thing that declarations stand in: a package or a type. */
export type Container = PackageContainer | TypeContainer;

export interface PackageContainer {
  readonly kind: 'package';
  /** The package's name; empty where there is no package clause. */
  readonly path: string;
  /** The node that names it; undefined where there is no package clause. */
  readonly clause?: Node;
}

export interface TypeContainer {
  readonly kind: 'type';
  /** The canonical path. */
  readonly path: string;
  readonly constants: ConstantValues;
  /** The types of a record's components; only a record has them. */
  readonly components?: readonly string[];
}

/** Returns the path of a type or package in a package or type. */
export function pathIn(container: Container, name: string): string {
  return container.path === '' ? name : `${container.path}.${name}`;
}
