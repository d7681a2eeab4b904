/** Set by the build: a hash of the code and the grammars that make outlines. */
declare const OUTLINER: string | undefined;

/** Names what makes outlines, in file names too. */
export const outliner = typeof OUTLINER === 'string' ? OUTLINER : 'unbuilt';
