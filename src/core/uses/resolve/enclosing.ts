import type { Scope } from '../scope';
import type { Resolution } from './resolution';
import { unknown, type Type } from './type';

/** Finds the types of `this` and `super`. */
export class Enclosing {
  constructor(private readonly resolution: Pick<Resolution, 'catalogue' | 'ancestry' | 'writtenType'>) {}

  thisType(scope: Scope, qualifier: string | undefined, file: string): Type {
    for (let one = scope; one.kind !== 'file'; one = one.outer) {
      if (one.kind === 'local' && qualifier === undefined) {
        const [parent, ...others] = one.parents;
        return parent === undefined || others.length > 0 ? unknown : this.resolution.writtenType(parent, file);
      }
      if (one.kind !== 'type') continue;
      const simple = one.path.slice(one.path.lastIndexOf('.') + 1).replace(/\$$/, '');
      if (qualifier !== undefined && qualifier !== simple) continue;
      const { path } = one;
      const entry = this.resolution.catalogue.type(path);
      const args = (entry?.header.parameters ?? []).map(({ name }) => ({ kind: 'variable', owner: path, name }) as const);
      const own: Type = { kind: 'instance', path, args };
      const self = entry && this.resolution.ancestry.selfType(entry);
      return self === undefined ? own : { kind: 'all', parts: [own, self] };
    }
    return unknown;
  }

  superType(scope: Scope, qualifier: string | undefined, file: string): Type {
    let own: Scope = scope;
    while (own.kind !== 'file' && own.kind !== 'type' && own.kind !== 'local') own = own.outer;
    if (own.kind === 'local') {
      const [parent, ...others] = own.parents;
      return parent === undefined || others.length > 0 ? unknown : this.resolution.writtenType(parent, file);
    }
    if (own.kind !== 'type') return unknown;
    const entry = this.resolution.catalogue.type(own.path);
    const parents = entry === undefined ? [] : this.resolution.ancestry.parentsOf(entry);
    if (qualifier !== undefined) {
      return (
        parents.find((one) => (one.kind === 'instance' || one.kind === 'outside') && lastOf(nameOf(one)) === qualifier) ?? unknown
      );
    }
    return { kind: 'all', parts: parents.filter((one) => one.kind !== 'outside' || lastOf(one.name) !== 'Object') };
  }
}

function nameOf(type: Extract<Type, { kind: 'instance' | 'outside' }>): string {
  return type.kind === 'instance' ? type.path : type.name;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
