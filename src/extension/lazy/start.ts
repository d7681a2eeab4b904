/** What only a reader needs who begins to write. */
export { writeNotes } from '../start/writeNotes';
