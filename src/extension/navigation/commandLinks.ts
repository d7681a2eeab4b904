import { MarkdownString } from 'vscode';
import { escapeAll } from '../../core/notes/quote/escapeAll';
import { linkCommands } from '../editor/contributions';
import type { NotePlace, TrailPlace } from '../model/model';

type LinkCommand = (typeof linkCommands)[keyof typeof linkCommands];

/**
 * Returns the link destination that runs a command. It is safe inside Markdown, since all but letters and digits are encoded. The
 * editor decodes it once or twice, depending on where the link stands, so no `%` of an argument may be left after the first time.
 */
function commandLink(command: LinkCommand, ...args: readonly unknown[]): string {
  const json = JSON.stringify(args).replaceAll('%', '\\u0025');
  const encoded = encodeURIComponent(json).replace(/[()!'*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `command:${command}?${encoded}`;
}

export function anchorLink(note: string, text: string): string {
  return commandLink(linkCommands.openAnchor, note, text);
}

/** A link of a note to a file or a section of the notes, with its destination as the note has it. */
export function fileLink(note: string, href: string): string {
  return commandLink(linkCommands.openFile, note, href);
}

export function sectionLink(place: NotePlace): string {
  return commandLink(linkCommands.openSection, place);
}

export function nextAnnotationLink(): string {
  return commandLink(linkCommands.nextAnnotation);
}

export function stepLink({ note, trail, index }: TrailPlace): string {
  return commandLink(linkCommands.goToStep, note, trail, index);
}

export function nextStepLink(): string {
  return commandLink(linkCommands.nextStep);
}

export function readLink(place: NotePlace, read: boolean): string {
  return commandLink(read ? linkCommands.markRead : linkCommands.markUnread, place);
}

/** Makes Markdown in which nothing works but our own links: no HTML, no icons, no other command. `text` is ours, or a quotation. */
export function createMarkdown(text: string): MarkdownString {
  const markdown = new MarkdownString(text);
  markdown.isTrusted = { enabledCommands: Object.values(linkCommands) };
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}

/** Escapes plain words as Markdown that shows just them. */
export function escapeMarkdown(text: string): string {
  return escapeAll(text.replace(/\s+/g, ' '));
}
