import { l10n } from 'vscode';
import type { PanelWords } from '../../../protocol/panel';

export function pageWords(): PanelWords {
  return {
    annotations: l10n.t('Notes on the code at the cursor'),
    subjects: l10n.t('About it'),
    mentions: l10n.t('Mentioned in'),
    copy: l10n.t('Copy'),
    copied: l10n.t('Copied'),
    enlarge: l10n.t('Show in full size, or fit to the panel again'),
    imageLeftOut: l10n.t('Image left out: {0}', '{0}'),
    linkLeftOut: l10n.t('Links of this kind are not opened from a note.'),
    diagram: l10n.t('Diagram'),
    diagramBroken: l10n.t('This diagram cannot be drawn.'),
    diagramAnchors: l10n.t('Code in this diagram'),
    zoomIn: l10n.t('Larger (+)'),
    zoomOut: l10n.t('Smaller (−)'),
    zoomFit: l10n.t('Fit to the panel (0)'),
  };
}
