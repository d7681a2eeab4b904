import { anchors } from './anchors';
import { archives, jars } from './archives';
import { fragments } from './fragments';
import { frontMatter } from './frontMatter';
import { outlines } from './outlines';
import { packedOutlines } from './packedOutlines';
import { pageMemory, pageMessages } from './pageMessages';
import { progress } from './progress';
import type { Target } from './target';

/** All readers that are fuzzed. */
export const targets: readonly Target[] = [
  anchors,
  fragments,
  frontMatter,
  outlines,
  packedOutlines,
  progress,
  pageMessages,
  pageMemory,
  archives,
  jars,
];
