import { unknown, type Type } from './type';

const withOne = set(
  'Seq List Set Iterable Option Some Array ArrayBuffer ListBuffer Iterator Queue Buffer IndexedSeq Vector Traversable Stream GenSeq SortedSet ' +
    'Collection ArrayList LinkedList HashSet LinkedHashSet TreeSet Optional Deque ArrayDeque BlockingQueue LinkedBlockingQueue ' +
    'ConcurrentLinkedQueue PriorityQueue ListIterator LinkedBlockingDeque CopyOnWriteArrayList',
);
const withTwo = set(
  'Map HashMap LinkedHashMap TreeMap SortedMap ConcurrentMap ConcurrentHashMap ConcurrentSkipListMap NavigableMap ConcurrentNavigableMap',
);
const same = set(
  'filter filterNot sorted sortBy sortWith reverse take drop tail toSeq toList toSet toBuffer toArray toIndexedSeq distinct iterator toIterator init takeWhile dropWhile',
);
const one = set(
  'head last get next getOrElse max min maxBy minBy poll peek remove first take element removeFirst removeLast pollFirst getFirst getLast dequeue apply orElse',
);
const optional = set('headOption lastOption find');

/**
 * Returns the type of what an array, or a library's collection or option, holds. For a map that is a pair of key and value; for
 * anything else it is unknown.
 */
export function elementOf(type: Type): Type {
  if (type.kind === 'array') return type.element;
  if (type.kind !== 'outside') return unknown;
  const name = simple(type.name);
  if (withOne.has(name)) return type.args[0] ?? unknown;
  return withTwo.has(name) && type.args.length === 2 ? { kind: 'tuple', parts: type.args } : unknown;
}

/**
 * Returns the type of a member of a library's collection or of a tuple; `count` is the number of arguments, undefined where there
 * is no argument list.
 */
export function libraryMember(type: Type, name: string, count: number | undefined): Type {
  if (type.kind === 'tuple') return type.parts[Number(/^_(\d+)$/.exec(name)?.[1] ?? 0) - 1] ?? unknown;
  if (type.kind !== 'outside') return unknown;
  const simpleName = simple(type.name);
  if (withTwo.has(simpleName)) return mapMember(type, name, count);
  const element = elementOf(type);
  if (element.kind === 'unknown') return unknown;
  if (same.has(name) && !(name === 'take' && count === 0)) return simpleName === 'Option' ? type : { ...type, name: 'Iterable' };
  if (optional.has(name)) return { kind: 'outside', name: 'Option', args: [element] };
  // `getOrElse` may widen the type: it is that of the element only where the other value has it, too.
  if (name === 'getOrElse' || name === 'orElse' || name === 'remove') return unknown;
  return one.has(name) ? element : unknown;
}

function mapMember(type: Extract<Type, { kind: 'outside' }>, name: string, count: number | undefined): Type {
  const [key, value] = type.args;
  if (key === undefined || value === undefined) return unknown;
  const isJava =
    type.name.startsWith('java.') || simple(type.name).startsWith('Concurrent') || simple(type.name).startsWith('Navigable');
  switch (name) {
    case 'apply':
      return value;
    case 'get':
      if (isJava) return value;
      return type.name.startsWith('scala.') ? { kind: 'outside', name: 'Option', args: [value] } : unknown;
    case 'values':
      return { kind: 'outside', name: 'Iterable', args: [value] };
    case 'keys':
    case 'keySet':
      return { kind: 'outside', name: 'Iterable', args: [key] };
    case 'filter':
    case 'filterNot':
      return count === undefined ? unknown : type;
    default:
      return unknown;
  }
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
