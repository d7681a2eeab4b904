/** What only a reader needs who asks where the notes speak of a symbol. */
export { createReferences } from '../references/createReferences';
