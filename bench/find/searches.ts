/** The number of paths, and of names, that are looked for. */
export const searches = 4000;

/** The trees that are searched; see findSide. */
export type Trees = 'one' | 'tenTrees' | 'tenCopies';
