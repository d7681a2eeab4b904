import type { TypeReference } from '../scope';
import type { Resolver } from './resolver';
import { unknown, type Type } from './type';

/** More type aliases in a row are not followed, nor types deeper in others. */
const deepest = 16;

/** Tells what written types mean. */
export class Types {
  constructor(private readonly resolver: Resolver) {}

  /** `file`: in which the type is written. */
  async type(reference: TypeReference, file: string, depth = 0): Promise<Type> {
    if (depth > deepest) return unknown;
    const inner = async (ones: readonly TypeReference[]): Promise<readonly Type[]> => {
      const types: Type[] = [];
      for (const one of ones) types.push(await this.type(one, file, depth + 1));
      return types;
    };
    switch (reference.kind) {
      case 'named':
        return this.named(reference, file, depth);
      case 'all':
        return { kind: 'all', parts: await inner(reference.parts) };
      case 'tuple':
        return { kind: 'tuple', parts: await inner(reference.parts) };
      case 'array':
        return { kind: 'array', element: await this.type(reference.element, file, depth + 1) };
      case 'opaque':
        return unknown;
      default:
        return reference satisfies never;
    }
  }

  private async named(reference: Extract<TypeReference, { kind: 'named' }>, file: string, depth: number): Promise<Type> {
    const meaning = await this.resolver.typeMeaning(reference, file);
    const args: Type[] = [];
    for (const one of reference.args) args.push(await this.type(one, file, depth + 1));
    switch (meaning?.kind) {
      case 'type':
        return { kind: 'instance', path: meaning.path, args };
      case 'variable':
        return { kind: 'variable', owner: meaning.owner, name: meaning.name };
      case 'outside':
        return { kind: 'outside', name: meaning.name, args };
      case 'members': {
        const [hit] = meaning.hits;
        return hit?.member.kind === 'type' ? this.resolver.values.memberType(hit, depth + 1) : unknown;
      }
      case undefined:
        return { kind: 'outside', name: reference.name.join('.'), args };
      case 'package':
      case 'uncertain':
        return unknown;
      default:
        return meaning satisfies never;
    }
  }
}
