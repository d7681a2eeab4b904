import type { PackedFile } from '../../core/symbols/packedOutline';
import type { Log } from '../log';
import type { IndexedTree } from './indexedTree';
import type { IndexingQueue, OutlineWork } from './indexingQueue';
import type { Slices } from './slices';

/** The number of files that are taken in at once: with their bindings that takes a millisecond or two. */
const atOnce = 8;
/** The number of files waiting to be taken in from which on no more are wanted that nobody waits for. */
const mostWaiting = 256;

/** The outcome of a file, and the work that found it. */
interface Answer {
  readonly work: OutlineWork;
  readonly outcome: PackedFile;
}

/** Takes what indexers found into the trees. The bindings and views that follow a tree take their time at once, too. */
export class Intake {
  private readonly waiting: Answer[] = [];
  private isTaking = false;
  private taken = 0;
  /** The URIs of the files of which the log says that they have Scala 3's indentation. */
  private readonly indented = new Set<string>();

  constructor(
    private readonly queue: Pick<IndexingQueue, 'redeem'>,
    private readonly slices: Pick<Slices, 'pause'>,
    private readonly log: Pick<Log, 'warn'>,
  ) {}

  /** Tells whether nothing waits to be taken in. */
  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Tells whether so much waits that no more is wanted which nobody waits for. */
  get isFull(): boolean {
    return this.waiting.length > mostWaiting;
  }

  /** Returns how many files were taken in since this was asked for the last time. */
  count(): number {
    const { taken } = this;
    this.taken = 0;
    return taken;
  }

  take(work: OutlineWork, outcomes: readonly PackedFile[]): void {
    this.takeAll(outcomes.map((outcome) => ({ work, outcome })));
  }

  /**
   * Takes something in, in slices of this thread's time. Resolves when nothing waits any more; undefined where another caller
   * waits for that.
   */
  takeInSlices(work: OutlineWork, outcomes: readonly PackedFile[]): Promise<void> | undefined {
    for (const outcome of outcomes) this.waiting.push({ work, outcome });
    return this.isTaking ? undefined : this.takeOn();
  }

  /** Drops all that waits to be taken in. */
  clear(): void {
    this.waiting.length = 0;
  }

  private async takeOn(): Promise<void> {
    this.isTaking = true;
    while (this.waiting.length > 0) {
      await this.slices.pause();
      this.takeAll(this.waiting.splice(0, atOnce));
    }
    this.isTaking = false;
  }

  private takeAll(answers: readonly Answer[]): void {
    const byTree = new Map<IndexedTree, PackedFile[]>();
    for (const { work, outcome } of answers) {
      const { tree } = work;
      if (!this.queue.redeem(work, outcome.file)) continue;
      // A file that came and went before it was read is none of the tree.
      if ('unindexed' in outcome && outcome.unindexed === 'vanished' && !tree.table.files.has(outcome.file)) continue;
      this.tell(tree.uriOf(outcome.file), outcome);
      const outcomes = byTree.get(tree);
      if (outcomes === undefined) byTree.set(tree, [outcome]);
      else outcomes.push(outcome);
    }
    for (const [tree, outcomes] of byTree) {
      this.taken += outcomes.length;
      tree.set(outcomes);
    }
  }

  /** Logs what is wrong with a file: why it has no outline or, once, that members of it may be lacking. */
  private tell(uri: string, outcome: PackedFile): void {
    if ('unindexed' in outcome) this.log.warn(`${uri} is not indexed: ${outcome.unindexed} ${outcome.detail ?? ''}`);
    else if (outcome.packed.hasIndentation === true && !this.indented.has(uri)) {
      this.indented.add(uri);
      this.log.warn(`${uri} has Scala 3's syntax without braces, which is not supported: symbols may be missing`);
    }
  }
}
