import type { TypeReference } from '../scope';
import type { Resolution } from './resolution';
import { unknown, type Type } from './type';

/** The number of type aliases in a row, or of types inside of one another, beyond which the type stays unknown. */
const deepest = 16;

/** Resolves written types. */
export class WrittenTypes {
  constructor(private readonly resolution: Pick<Resolution, 'selection' | 'values'>) {}

  /** Returns what a written type means; `file` is the one that it is written in. */
  type(reference: TypeReference, file: string, depth = 0): Type {
    if (depth > deepest) return unknown;
    const inner = (ones: readonly TypeReference[]): readonly Type[] => ones.map((one) => this.type(one, file, depth + 1));
    switch (reference.kind) {
      case 'named':
        return this.named(reference, file, depth);
      case 'all':
        return { kind: 'all', parts: inner(reference.parts) };
      case 'tuple':
        return { kind: 'tuple', parts: inner(reference.parts) };
      case 'array':
        return { kind: 'array', element: this.type(reference.element, file, depth + 1) };
      case 'opaque':
        return unknown;
      default:
        return reference satisfies never;
    }
  }

  private named(reference: Extract<TypeReference, { kind: 'named' }>, file: string, depth: number): Type {
    const meaning = this.resolution.selection.typeMeaning(reference, file);
    const args = reference.args.map((one) => this.type(one, file, depth + 1));
    switch (meaning?.kind) {
      case 'type':
        return { kind: 'instance', path: meaning.path, args };
      case 'variable':
        return { kind: 'variable', owner: meaning.owner, name: meaning.name };
      case 'outside':
        return { kind: 'outside', name: meaning.name, args };
      case 'members': {
        const [hit] = meaning.hits;
        return hit?.member.kind === 'type' ? this.resolution.values.memberType(hit, depth + 1) : unknown;
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
