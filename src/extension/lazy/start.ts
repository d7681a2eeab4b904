/** What only a reader needs who is new, or begins to write. */
export { openWalkthrough } from '../start/openWalkthrough';
export { writeNotes } from '../start/writeNotes';
