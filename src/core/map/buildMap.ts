import type { FileType } from './fileTypes';
import type { MapGroup, MapMark, MapNotes, MapTree } from './mapData';
import type { MapNode, NodeKind, NodeSection } from './mapNode';
import { unpackFile, type MapFile } from './packedFile';
import { sourcePlace, type SourceSet } from '../symbols/sourcePlace';

/** The lines with which a file is drawn until it is indexed: the median of Kafka's files. */
const linesUnread = 80;

/** The folders of a package, which may have files in several. */
interface Part {
  readonly module: string;
  readonly set: SourceSet;
  readonly package: string;
  readonly group: MapGroup;
}

/** The parts that name a node. */
interface Names {
  readonly kind: NodeKind;
  readonly id: string;
  readonly name: string;
  readonly set: SourceSet;
  readonly file?: string;
}

/** The counts of a node besides its children's. */
interface Own {
  readonly lines?: number;
  readonly files?: number;
  readonly unreadFiles?: number;
  readonly types?: number;
  readonly annotated?: number;
  readonly marks?: readonly MapMark[];
}

/**
 * Builds the tree of areas: modules, their packages, files and types, the largest first. Packages of other sets than the given
 * ones are left out. A package's tests are an area of their own. A single module is no area.
 */
export function buildMap(tree: MapTree, notes: MapNotes, sets: ReadonlySet<SourceSet>): MapNode {
  return new MapBuilder(notes).build(tree, sets);
}

class MapBuilder {
  private readonly marks = new Map<string, MapMark[]>();
  private readonly packageMarks: readonly MapMark[];

  constructor(private readonly notes: MapNotes) {
    for (const mark of notes.marks) {
      const marks = this.marks.get(mark.file);
      if (marks === undefined) this.marks.set(mark.file, [mark]);
      else marks.push(mark);
    }
    this.packageMarks = notes.marks.filter(({ isPackage }) => isPackage);
  }

  build({ groups }: MapTree, sets: ReadonlySet<SourceSet>): MapNode {
    const modules = new Map<string, Map<string, Part[]>>();
    for (const group of groups) {
      const { module, set, package: expected } = sourcePlace(group.folder === '' ? 'file' : `${group.folder}/file`);
      if (!sets.has(set)) continue;
      const part = { module, set, package: group.package ?? expected, group };
      const packages = modules.get(module) ?? new Map<string, Part[]>();
      modules.set(module, packages);
      const key = `${part.package}\n${set}`;
      packages.set(key, [...(packages.get(key) ?? []), part]);
    }
    const nodes = Array.from(modules, ([name, packages]) => {
      const children = Array.from(packages.values(), (parts) => this.package(parts));
      return this.node({ kind: 'module', id: `module ${name}`, name, set: 'main' }, children);
    });
    const [only] = nodes;
    const children = nodes.length === 1 && only !== undefined ? only.children : nodes;
    return this.node({ kind: 'tree', id: 'tree', name: '', set: 'main' }, children);
  }

  private package(parts: readonly Part[]): MapNode {
    const { module = '', set = 'main', package: name = '' } = parts[0] ?? {};
    const files = parts.flatMap(({ group: { folder, files } }) =>
      files.split('\n').map((packed) => this.file(folder, unpackFile(packed), set)),
    );
    const inside = new Set(files.map(({ file }) => file));
    const marks = this.packageMarks.filter(({ file }) => inside.has(file));
    return this.node({ kind: 'package', id: `package ${module} ${set} ${name}`, name, set }, files, { marks });
  }

  private file(folder: string, { name, types }: MapFile, set: SourceSet): MapNode {
    const file = folder === '' ? name : `${folder}/${name}`;
    const marks = this.marks.get(file) ?? [];
    const nodes = (types ?? []).map((type) => this.type(file, type, set, marks));
    return this.node({ kind: 'file', id: `file ${file}`, name, set, file }, nodes, {
      lines: types === undefined ? linesUnread : types.length === 0 ? 1 : 0,
      files: 1,
      unreadFiles: types === undefined ? 1 : 0,
      marks: marks.filter(({ isPackage }) => isPackage !== true),
    });
  }

  private type(file: string, { name, lines }: FileType, set: SourceSet, marks: readonly MapMark[]): MapNode {
    const own = marks.filter(({ type }) => type === name);
    return this.node({ kind: 'type', id: `type ${file} ${name}`, name, set, file }, [], {
      lines,
      types: 1,
      annotated: own.length > 0 ? 1 : 0,
      marks: own,
    });
  }

  private node(names: Names, children: readonly MapNode[], own: Own = {}): MapNode {
    const sum = (count: keyof MapNode & keyof Own): number =>
      children.reduce((all, child) => all + child[count], own[count] ?? 0);
    const sections = this.sections(children, own.marks ?? []);
    return {
      ...names,
      lines: sum('lines'),
      files: sum('files'),
      unreadFiles: sum('unreadFiles'),
      types: sum('types'),
      annotated: sum('annotated'),
      sections,
      about: sections.filter(({ isAbout }) => isAbout).length,
      read: sections.filter(({ section }) => this.notes.sections[section]?.read === true).length,
      children: [...children].sort((a, b) => b.lines - a.lines || (a.id < b.id ? -1 : 1)),
    };
  }

  private sections(children: readonly MapNode[], marks: readonly MapMark[]): NodeSection[] {
    const roles = new Map<number, boolean>();
    const add = (section: number, isAbout: boolean) => roles.set(section, isAbout || roles.get(section) === true);
    for (const { sections } of children) for (const { section, isAbout } of sections) add(section, isAbout);
    for (const { about, mentions } of marks) {
      for (const section of about) add(section, true);
      for (const section of mentions) add(section, false);
    }
    const all = Array.from(roles, ([section, isAbout]): NodeSection => ({ section, isAbout }));
    return all.sort((a, b) => Number(b.isAbout) - Number(a.isAbout) || a.section - b.section);
  }
}
