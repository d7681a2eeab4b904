import type { Token } from 'markdown-it';
import type { DiagramAnchor } from './diagrams/diagramAnchor';

/** Among which words an anchor stands. */
export type AnchorPlace =
  | {
      readonly kind: 'text';
      /** The inline tokens that are read together: that of a paragraph or heading, or those of a table row's cells. */
      readonly blocks: readonly Token[];
      /** Whether they are one piece, not sentences: a heading, a table's row. */
      readonly isWhole: boolean;
      /** The one of `blocks` that the link is in. */
      readonly block: Token;
      /** Index of the token that opens the link among the block's children. */
      readonly token: number;
    }
  /** In a comment of a block of code. */
  | {
      readonly kind: 'code';
      /** The code of its line, or of the one below. */
      readonly label: string;
    }
  | {
      readonly kind: 'diagram';
      readonly lines: readonly string[];
      readonly anchor: DiagramAnchor;
    };
