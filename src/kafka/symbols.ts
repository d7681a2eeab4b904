import { readReleaseSymbols } from '../core/bindings/releaseSymbols';
import { paths } from './symbols.json';

/** The symbols of the main sources of Kafka 2.2.0, which the notes are written for. */
export const symbols = readReleaseSymbols(paths);
