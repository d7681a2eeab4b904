import { l10n } from 'vscode';
import type { PanelWords } from '../../protocol/panel';
import { alertWords } from '../editor/alertWords';
import { describeExcerptFence } from '../bindings/stateWords';

export function pageWords(): PanelWords {
  return {
    moreSections: l10n.t('{0} more', '{0}'),
    moreSectionsOf: l10n.t('{0} more sections speak of {1}: show them in "In the Notes"', '{0}', '{1}'),
    aboutAround: l10n.t('About {0}:', '{0}'),
    copy: l10n.t('Copy'),
    copied: l10n.t('Copied'),
    excerptMore: l10n.t('Show {0} lines', '{0}'),
    excerptLess: l10n.t('Fewer lines'),
    excerptRest: l10n.t('{0} of {1} lines are shown here. The file has the rest.', '{0}', '{1}'),
    excerptComes: l10n.t('The code is being read…'),
    excerptEmpty: describeExcerptFence('note/emptyExcerpt'),
    excerptLines: describeExcerptFence('note/excerptLines'),
    enlarge: l10n.t('Show in full size, or fit to the panel again'),
    imageLeftOut: l10n.t('Image left out: {0}', '{0}'),
    linkLeftOut: l10n.t('Links of this kind are not opened from a note.'),
    taskDone: l10n.t('Task, done'),
    taskOpen: l10n.t('Task, open'),
    footnotes: l10n.t('Footnotes'),
    footnoteBack: l10n.t('Back to the text'),
    alerts: alertWords(),
    sections: l10n.t('Sections of this note'),
    readingTime: l10n.t('{0} min read', '{0}'),
    find: l10n.t('Find in note'),
    findNext: l10n.t('Next match (Enter)'),
    findPrevious: l10n.t('Previous match (Shift+Enter)'),
    findClose: l10n.t('Close (Escape)'),
    findCount: l10n.t('{0} of {1}', '{0}', '{1}'),
    findNone: l10n.t('No results'),
    diagram: l10n.t('Diagram'),
    diagramBroken: l10n.t('This diagram cannot be drawn.'),
    diagramLarge: l10n.t('This diagram is large, and drawing it may take long.'),
    drawAnyway: l10n.t('Draw it anyway'),
    diagramAnchors: l10n.t('Code in this diagram'),
    zoomIn: l10n.t('Larger (+)'),
    zoomOut: l10n.t('Smaller (−)'),
    zoomFit: l10n.t('Fit to the panel (0)'),
  };
}
