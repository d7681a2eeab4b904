/** The purposes that a source file can have. */
export const sourceSets = ['main', 'test', 'generated'] as const;

export type SourceSet = (typeof sourceSets)[number];

/** The place that a source file has in its tree, as its path alone tells. */
export interface SourcePlace {
  /** The module's folder or jar, e.g. `clients`, `connect/runtime`, `kafka_2.12`; empty where the tree is a single jar. */
  readonly module: string;
  readonly set: SourceSet;
  /** The folder, e.g. `core/src/main/scala/kafka/server`; empty for the tree's root. */
  readonly folder: string;
  /** The package that a file in this folder is expected to declare. */
  readonly package: string;
}

/**
 * Returns the place of a source file. It knows both layouts: that of a checkout (`MODULE/src/SET/LANGUAGE/PACKAGE`) and that of
 * unpacked jars (`JAR/PACKAGE`, or the packages alone).
 */
export function sourcePlace(file: string): SourcePlace {
  const slash = file.lastIndexOf('/');
  const folder = slash < 0 ? '' : file.slice(0, slash);
  const [, module, set, below] = /^(?:(.*?)\/)?src\/([^/]+)\/[^/]+(?:\/(.*))?$/.exec(folder) ?? [];
  if (set !== undefined) return { module: module ?? '', set: setNamed(set), folder, package: packageOf(below ?? '') };
  const [, jar, isTest, inside] = /^([^/]+?)-\d+(?:\.\d+)+(-test)?(?:-sources)?(?:\/(.*))?$/.exec(folder) ?? [];
  if (jar === undefined) return { module: '', set: 'main', folder, package: packageOf(folder) };
  return { module: jar, set: isTest === undefined ? 'main' : 'test', folder, package: packageOf(inside ?? '') };
}

/** Returns whether a file tests others, or measures them. */
export function isTest(file: string): boolean {
  const { set, module } = sourcePlace(file);
  return set === 'test' || isBenchmark(module);
}

/** Returns whether a file is neither a test nor generated: it is source that a reader came for. */
export function isMain(file: string): boolean {
  const { set, module } = sourcePlace(file);
  return set === 'main' && !isBenchmark(module);
}

function isBenchmark(module: string): boolean {
  return module.startsWith('jmh-');
}

function setNamed(name: string): SourceSet {
  if (name.startsWith('generated')) return 'generated';
  return /test|^it$|^jmh$/i.test(name) ? 'test' : 'main';
}

function packageOf(path: string): string {
  return path.replaceAll('/', '.');
}
