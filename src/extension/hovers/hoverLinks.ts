import { l10n } from 'vscode';
import { stepOf } from '../../core/trails/trail';
import type { Annotation, Model } from '../model/model';
import { escapeMarkdown, nextStepLink, readLink, stepLink } from '../navigation/commandLinks';

/** Returns a hover's links: the step of the note's trail that an annotation is, and whether its section is read. */
export function hoverLinks({ trails, progress }: Model, { note, section, binding }: Annotation): readonly string[] {
  const steps = trails.steps(note.uri);
  const index = stepOf(steps, binding.anchor);
  const { position } = trails;
  const isHere = position?.note.uri === note.uri && position.index === index;
  const link = (words: string, to: string): string => `[${escapeMarkdown(words)}](${to})`;
  const where = l10n.t('Step {0} of {1} of the trail', index + 1, steps.length);
  const place = { note: note.uri, slug: section.slug };
  const read = progress.isRead(place);
  return [
    ...(index < 0 ? [] : isHere ? [escapeMarkdown(where)] : [link(where, stepLink(note.uri, index))]),
    ...(isHere ? [link(l10n.t('Next step'), nextStepLink())] : []),
    read ? link(l10n.t('Read: mark as unread'), readLink(place, false)) : link(l10n.t('Mark as read'), readLink(place, true)),
  ];
}
