/** How many paths, and how many names, are looked for. */
export const searches = 4000;

/** What is searched, see findSide. */
export type Trees = 'one' | 'tenTrees' | 'tenCopies';
