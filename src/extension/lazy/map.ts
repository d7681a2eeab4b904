/** What only a reader needs who opens the map. */
export { MapTab } from '../map/mapTab';
