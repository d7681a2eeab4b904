import { l10n } from 'vscode';
import { stepOf } from '../../core/trails/trail';
import { trailName } from '../editor/words';
import type { Annotation, Model } from '../model/model';
import { escapeMarkdown, nextStepLink, readLink, stepLink } from '../navigation/commandLinks';

/** Returns a hover's links: the step of the note's trail that an annotation is, and whether its section is read. */
export function hoverLinks({ trails, progress }: Model, { note, section, binding }: Annotation): readonly string[] {
  const link = (words: string, to: string): string => `[${escapeMarkdown(words)}](${to})`;
  const place = { note: note.uri, slug: section.slug };
  const read = progress.isRead(place);
  return [
    ...stepLinks(trails, { note, binding }, link),
    read ? link(l10n.t('Read: mark as unread'), readLink(place, false)) : link(l10n.t('Mark as read'), readLink(place, true)),
  ];
}

function stepLinks(
  trails: Model['trails'],
  { note, binding }: Pick<Annotation, 'note' | 'binding'>,
  link: (words: string, to: string) => string,
): readonly string[] {
  const step = stepOf(trails.of(note.uri), binding.anchor);
  if (step === undefined) return [];
  const { trail, index } = step;
  const where = trail.isWritten
    ? l10n.t('Step {0} of {1} of the trail “{2}”', index + 1, trail.steps.length, trailName(trail))
    : l10n.t('Step {0} of {1} of the trail', index + 1, trail.steps.length);
  const { position } = trails;
  const isHere = position?.note.uri === note.uri && position.trail.id === trail.id && position.index === index;
  if (isHere) return [escapeMarkdown(where), link(l10n.t('Next step'), nextStepLink())];
  return [link(where, stepLink({ note: note.uri, trail: trail.id, index }))];
}
