import type { Node, Tree } from 'web-tree-sitter';
import type { LoadedLanguage } from './parsers';
import { editBetween } from './textEdit';

/** Of a node of a tree, in the parser's memory: about 80 with its place in its parent and what it is allocated in. */
const bytesPerNode = 100;
const bytesPerCharacter = 2;
const mostBytes = 32 * 2 ** 20;

interface Kept<T> {
  readonly language: LoadedLanguage;
  readonly text: string;
  readonly tree: Tree;
  readonly found: T;
  readonly bytes: number;
}

/**
 * Keeps the trees of texts that change a little again and again, as those in editors do: a text that is the same again is not
 * parsed, another one is from the tree of the last. What is found does not depend on what was kept before. Trees are nobody
 * else's, and deleted here: the least recently used go where all take too much memory.
 */
export class OpenTrees<T> {
  /** The least recently used first. */
  private readonly kept = new Map<string, Kept<T>>();
  private total = 0;

  constructor(private readonly limit = mostBytes) {}

  /** About how much memory all take. */
  get bytes(): number {
    return this.total;
  }

  /**
   * What `find` finds in the tree of a text, which may be what it found in the same text before. Nodes must not outlive the call.
   * `key` tells which text this is the next version of.
   * @throws ParseFailure
   */
  find(key: string, text: string, language: LoadedLanguage, find: (root: Node) => T): T {
    const before = this.kept.get(key);
    if (before?.text === text && before.language === language) {
      this.kept.delete(key);
      this.kept.set(key, before);
      return before.found;
    }
    try {
      const tree = treeOf(text, language, before);
      this.forget(key);
      return this.keep(key, text, language, tree, find);
    } catch (error) {
      this.forget(key);
      throw error;
    }
  }

  forget(key: string): void {
    const before = this.kept.get(key);
    if (before === undefined) return;
    this.kept.delete(key);
    this.total -= before.bytes;
    before.tree.delete();
  }

  private keep(key: string, text: string, language: LoadedLanguage, tree: Tree, find: (root: Node) => T): T {
    let found: T;
    try {
      found = find(tree.rootNode);
    } catch (error) {
      tree.delete();
      throw error;
    }
    const bytes = tree.rootNode.descendantCount * bytesPerNode + text.length * bytesPerCharacter;
    this.kept.set(key, { language, text, tree, found, bytes });
    this.total += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.limit) break;
      this.forget(oldest);
    }
    return found;
  }
}

/** A broken text is parsed from nothing: how the parser mends it depends on the tree that it starts from. */
function treeOf<T>(text: string, language: LoadedLanguage, before: Kept<T> | undefined): Tree {
  if (before?.language !== language || before.tree.rootNode.hasError) return language.parseTree(text);
  before.tree.edit(editBetween(before.text, text));
  const tree = language.parseTree(text, before.tree);
  if (!tree.rootNode.hasError) return tree;
  tree.delete();
  return language.parseTree(text);
}
