import { readReleaseSymbols, type ReleaseSymbols } from '../core/bindings/releaseSymbols';
import { lazily } from '../core/util/lazily';
import { paths } from './symbols.json';

/** The symbols of the main sources of Kafka 2.2.0, which the notes are written for. They are unpacked when somebody asks for the first one. */
export const symbols = lazySymbols();

function lazySymbols(): ReleaseSymbols {
  const unpacked = lazily(() => readReleaseSymbols(paths));
  return {
    has: (group, path) => unpacked().has(group, path),
    hasAbbreviated: (group, plainPath) => unpacked().hasAbbreviated(group, plainPath),
  };
}
