/** Objects of conversions between the collections of Java and Scala, all of whose names tell so. */
const converters = /(^|\.)(Java|Collection|Option|Future|Stream|Function|Duration)(Converters|Conversions)(Ops)?$/;
const conversion = /(as|to|As|To)(Java|Scala)|Converter/;

/** Where a path that an import names may start, besides at the top: in the packages of another import of all. */
const starts = ['', 'scala.', 'scala.collection.', 'java.util.concurrent.', 'java.util.'];

/** What packages and objects outside of a tree hold, by their paths: names with spaces between. */
export type LibraryNames = Readonly<Record<string, string>>;

/** Knows the libraries of which a tree imports everything. */
export class Libraries {
  private readonly sets = new Map<string, ReadonlySet<string>>();

  constructor(private readonly names: LibraryNames) {}

  /** Returns whether a package or object may hold a name; one that is not known here may hold any. */
  mayHold(from: readonly string[], name: string): boolean {
    const path = (from[0] === '_root_' ? from.slice(1) : from).join('.');
    if (converters.test(path)) return conversion.test(name);
    const known = starts.map((start) => start + path).find((one) => Object.hasOwn(this.names, one));
    return known === undefined || this.namesOf(known).has(name);
  }

  private namesOf(path: string): ReadonlySet<string> {
    const known = this.sets.get(path) ?? new Set(this.names[path]?.split(' '));
    this.sets.set(path, known);
    return known;
  }
}
