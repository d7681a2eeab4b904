import type { Token } from 'markdown-it';
import type { DiagramAnchor } from './diagrams/diagramAnchor';

/** The place of an anchor, with the words around it. */
export type AnchorPlace =
  | {
      readonly kind: 'text';
      /** The inline tokens that are read together: that of a paragraph or heading, or those of a table row's cells. */
      readonly blocks: readonly Token[];
      /** Whether they are one piece and not sentences, as a heading or a table's row is. */
      readonly isWhole: boolean;
      /** The one of `blocks` that the link is in. */
      readonly block: Token;
      /** The index of the token that opens the link among the block's children. */
      readonly token: number;
    }
  /** The place of an anchor in a comment of a block of code, or in an excerpt. */
  | {
      readonly kind: 'code';
      /** The code of its line, or of the line below; the name of an excerpt. */
      readonly label: string;
    }
  | {
      readonly kind: 'diagram';
      readonly lines: readonly string[];
      readonly anchor: DiagramAnchor;
    };
