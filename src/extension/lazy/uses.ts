/** What only a reader needs who points at names in source. */
export { Resolver } from '../../core/uses/resolve/resolver';
