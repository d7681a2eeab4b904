/**
 * The paths of objects with conversions between the collections of Java and Scala. The names of all these conversions tell that
 * they are one.
 */
const converters = /(^|\.)(Java|Collection|Option|Future|Stream|Function|Duration)(Converters|Conversions)(Ops)?$/;
const conversion = /(as|to|As|To)(Java|Scala)|Converter/;

/**
 * The prefixes with which a path in an import may be completed. Besides the top, it may start in a package of which another
 * import brings in all names.
 */
const starts = ['', 'scala.', 'scala.collection.', 'java.util.concurrent.', 'java.util.'];

/** The names that packages and objects outside of a tree hold, by the path of each, with spaces between the names. */
export type LibraryNames = Readonly<Record<string, string>>;

/** Knows the names in the libraries of which a tree imports all names. */
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
