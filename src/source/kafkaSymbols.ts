import { readReleaseSymbols, type ReleaseSymbols } from '../core/bindings/releaseSymbols';
import { lazily } from '../core/util/lazily';
import { paths } from './kafkaSymbols.json';

/** The symbols of the main sources of Kafka 2.2.0, which the notes are written for. They are unpacked when somebody asks for the first one. */
export function kafkaSymbols(): ReleaseSymbols {
  const symbols = lazily(() => readReleaseSymbols(paths));
  return {
    has: (group, path) => symbols().has(group, path),
    hasAbbreviated: (group, plainPath) => symbols().hasAbbreviated(group, plainPath),
  };
}
