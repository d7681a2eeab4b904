import type { Excerpt } from '../../core/excerpts/excerpt';
import { shortExcerpt } from '../../core/excerpts/excerptCode';
import type { PanelExcerpt } from '../../protocol/panel';
import { describeState } from '../bindings/stateWords';
import { candidatesOf } from '../excerpts/excerptCandidates';
import { languageIn, nameLines, placeKey } from '../excerpts/excerptPlace';

/** Returns an excerpt as a page gets it. */
export function panelExcerpt(anchor: string, excerpt: Excerpt): PanelExcerpt {
  const { result } = excerpt;
  if (excerpt.kind === 'none') {
    const places = candidatesOf(result).map(({ target, name }) => ({ name, place: placeKey(target) }));
    return { anchor, state: describeState(result), places };
  }
  const { target, code } = excerpt;
  const lines = code.last - code.first + 1;
  return {
    anchor,
    ...(result.state === 'exact' ? {} : { state: describeState(result) }),
    places: [],
    code: {
      place: nameLines(target.file, code),
      language: languageIn(target.file),
      text: code.text,
      left: lines - code.shown,
      isLong: code.shown > shortExcerpt,
    },
  };
}
