import { withoutComments } from '../../../src/core/notes/htmlComments';
import { readingSeconds } from '../../../src/core/notes/readingTime';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { PanelAnchor, PanelNote, PanelWords } from '../../../src/protocol/panel';
import { highlight } from '../../../media/colours/main';
import { renderNote } from '../../../media/render/renderNote';

export const words: PanelWords = {
  moreSections: '{0} more',
  moreSectionsOf: '{0} more of {1}',
  aboutAround: 'About {0}:',
  copy: 'Copy',
  copied: 'Copied',
  excerptMore: 'Show {0}',
  excerptLess: 'Less',
  excerptRest: '{0} of {1}',
  excerptComes: 'Comes',
  excerptEmpty: 'Empty',
  excerptLines: 'Lines',
  enlarge: 'Enlarge',
  imageLeftOut: 'Left out: {0}',
  linkLeftOut: 'Not opened',
  taskDone: 'Done',
  taskOpen: 'Open',
  footnotes: 'Footnotes',
  footnoteBack: 'Back',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  sections: 'Sections',
  readingTime: '{0} min',
  find: 'Find',
  findNext: 'Next',
  findPrevious: 'Previous',
  findClose: 'Close',
  findCount: '{0} of {1}',
  findNone: 'None',
  diagram: 'Diagram',
  diagramBroken: 'Cannot be drawn',
  diagramLarge: 'May take long',
  drawAnyway: 'Draw',
  diagramAnchors: 'Code in it',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomFit: 'Fit',
};

/** A note as the host sends it, each anchor with the state given by its text, else `exact`. */
export function panelNote(text: string, states: Readonly<Record<string, PanelAnchor['state']>> = {}): PanelNote {
  const note = parseNote('file:///notes/chapter/note.md', text);
  return {
    uri: note.uri,
    title: note.title,
    ...(note.summary === undefined ? {} : { summary: note.summary }),
    markdown: note.text.split('\n').slice(note.bodyLine).join('\n'),
    seconds: readingSeconds(withoutComments(note)),
    base: 'https://vscode-remote%2Bhost.resource.test/notes/chapter/',
    root: 'https://vscode-remote%2Bhost.resource.test/notes/',
    anchors: note.anchors.map((anchor) => ({
      text: anchor.text,
      state: states[anchor.text] ?? (anchor.parsed.ok ? 'exact' : 'malformed'),
      title: `to ${anchor.text}`,
    })),
    slugs: note.sections.map(({ slug }) => slug),
  };
}

/** The note's HTML without line breaks. */
export function rendered(text: string, states: Readonly<Record<string, PanelAnchor['state']>> = {}): string {
  return renderNote(panelNote(text, states), words, { highlight }).replaceAll('\n', '');
}
