import type { Time } from './clock';
import type { Stall } from './stall';

/** The beginning of the one line in an extension host's log that is a program's report, as JSON. */
export const reportMark = '[kafka-notes bench]';

export interface Start {
  /** The time to load the extension's code. */
  readonly load: Time;
  /** The time inside its `activate`. */
  readonly activate: Time;
}

/** The times from asking the editor to start an extension until it is active. */
export interface PeerStarts {
  readonly ours: Time;
  readonly markdown: Time;
}

/**
 * The milliseconds that the extension took in its host to answer for a hover, its workers included, and those from asking the
 * editor until it had the hover, which is asked and answered by way of the window.
 */
export interface HoverTime {
  readonly inHost: number;
  readonly inEditor: number;
}

export interface Hovers {
  readonly declarations: readonly HoverTime[];
  readonly names: readonly HoverTime[];
  /** The number of names for which the hover had something to say. */
  readonly answered: number;
}

export interface KafkaReport extends Start {
  /** The milliseconds from the start of the extension, with KafkaApis.scala already in front, until its first icon is set. */
  readonly firstIcon: number;
  /** The milliseconds from the start of the extension, with KafkaApis.scala already in front, until all its icons are set. */
  readonly coldIcons: number;
  /**
   * The milliseconds from the editor's event that KafkaApis.scala is shown until all its icons are set, when the file was not
   * read yet.
   */
  readonly warmIcons: readonly number[];
  /** The number of lines that have icons. */
  readonly lines: number;
  /** The longest stalls of the host before the extension starts, and while it reads the tree and binds the notes. */
  readonly idleStall: Stall;
  readonly readingStall: Stall;
  /** The milliseconds from the extension's start until all files are read and all anchors bound. */
  readonly allRead: number;
  /**
   * The memory in bytes: the host's heap before and after, garbage collected; its buffers outside of that; the process's resident
   * memory, its workers included.
   */
  readonly heap: readonly [before: number, after: number];
  readonly buffers: readonly [before: number, after: number];
  readonly resident: readonly [before: number, after: number];
}
