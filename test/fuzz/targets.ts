import { anchors } from './anchors';
import { archives } from './archives';
import { fragments } from './fragments';
import { frontMatter } from './frontMatter';
import { jars } from './jars';
import { outlines } from './outlines';
import { packedOutlines } from './packedOutlines';
import { pageMemory } from './pageMemory';
import { pageMessages } from './pageMessages';
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
