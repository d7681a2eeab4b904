import { libraryNames } from './libraryNames';

/** Objects of conversions between the collections of Java and Scala, all of whose names tell so. */
const converters = /(^|\.)(Java|Collection|Option|Future|Stream|Function|Duration)(Converters|Conversions)(Ops)?$/;
const conversion = /(as|to|As|To)(Java|Scala)|Converter/;

/** Where a path that an import names may start, besides at the top: in the packages of another import of all. */
const starts = ['', 'scala.', 'scala.collection.', 'java.util.concurrent.', 'java.util.'];

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a package or object outside of the tree may hold a name; of those not known here it may hold any. */
export function mayHoldName(from: string, name: string): boolean {
  const path = from.startsWith('_root_.') ? from.slice('_root_.'.length) : from;
  if (converters.test(path)) return conversion.test(name);
  const known = starts.map((start) => start + path).find((one) => Object.hasOwn(libraryNames, one));
  return known === undefined || namesOf(known).has(name);
}

function namesOf(path: string): ReadonlySet<string> {
  const known = sets.get(path) ?? new Set(libraryNames[path]?.split(' '));
  sets.set(path, known);
  return known;
}
