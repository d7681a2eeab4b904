/** Objects of conversions between the collections of Java and Scala, all of whose names tell so. */
const converters = /(^|\.)(Java|Collection|Option|Future|Stream|Function|Duration)(Converters|Conversions)(Ops)?$/;
const conversion = /(as|to|As|To)(Java|Scala)|Converter/;

/** Where a path that an import names may start, besides at the top: in the packages of another import of all. */
const starts = ['', 'scala.', 'scala.collection.', 'java.util.concurrent.', 'java.util.'];

/** Knows names of packages and objects outside of the tree. */
export class Libraries {
  private readonly sets = new Map<string, ReadonlySet<string>>();

  /** `names`: by the path of a package or object, the names in it, sub-packages too, with blanks between them. */
  constructor(private readonly names: Readonly<Record<string, string>>) {}

  /** Whether a package or object outside of the tree may hold a name; of those not known here it may hold any. */
  mayHoldName(from: string, name: string): boolean {
    const path = from.startsWith('_root_.') ? from.slice('_root_.'.length) : from;
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
