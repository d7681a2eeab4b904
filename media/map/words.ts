import { lookOf, type MapNode } from '../../src/core/map/mapNode';
import { percent } from '../../src/core/map/percent';
import type { MapWords } from '../../src/protocol/map';

/** Puts values into the places `{0}`, `{1}` and so on of a sentence, with numbers as the page's language writes them. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value;
  });
}

/** Returns a short name: for a package what tells it from Kafka's others, for a file its name without the extension. */
export function shortName({ kind, name }: MapNode): string {
  switch (kind) {
    case 'package':
      return name.replace(/^org\.apache\.kafka\.(?=.)/, '');
    case 'file':
      return name.replace(/\.(java|scala)$/, '');
    case 'tree':
    case 'module':
    case 'type':
      return name;
    default:
      return kind satisfies never;
  }
}

/** Returns what a node holds and has, in the order in which it is said. */
export function factsOf(node: MapNode, words: MapWords): string[] {
  const { kind, set, files, lines, types, annotated, sections, read, unreadFiles } = node;
  const isLeaf = kind === 'file' || kind === 'type';
  const isUnknown = lookOf(node).notes === 'unknown' || (isLeaf && unreadFiles > 0);
  const size = isLeaf
    ? isUnknown
      ? [words.unknown]
      : [lines === 1 ? words.oneLine : fill(words.lines, lines)]
    : [files === 1 ? words.oneFile : fill(words.files, files)];
  return [
    ...(set === 'test' ? [words.test] : set === 'generated' ? [words.generated] : []),
    ...size,
    ...(types === 0 || kind === 'type' ? [] : [fill(words.annotated, percent(annotated, types))]),
    ...(sections.length === 0 ? [] : [fill(words.sectionsRead, read, sections.length)]),
  ];
}

/** Returns one sentence for screen readers and tooltips. For a type that is not its file's only one it also names the file. */
export function describe(node: MapNode, words: MapWords): string {
  const name = node.kind === 'type' ? `${node.name} (${node.file?.split('/').at(-1) ?? ''})` : node.name;
  return [name, ...factsOf(node, words)].join(', ');
}
