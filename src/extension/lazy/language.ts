/** What only a reader of source needs: colours, outlines, folding and the like. */
export { registerLanguage } from '../language/registerLanguage';
