/** What only a reader needs who searches. */
export { NoteSearch } from '../search/noteSearch';
