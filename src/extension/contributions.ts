/** Every id that package.json declares too. A test holds the two together. */

export const extensionId = 'kafka-notes.kafka-notes';

export const commands = {
  openNoteAtCursor: 'kafkaNotes.openNoteAtCursor',
  nextAnnotation: 'kafkaNotes.nextAnnotation',
  previousAnnotation: 'kafkaNotes.previousAnnotation',
  goToCode: 'kafkaNotes.goToCode',
  showOutline: 'kafkaNotes.showOutline',
  searchNotes: 'kafkaNotes.searchNotes',
  openNoteSource: 'kafkaNotes.openNoteSource',
  openNoteBeside: 'kafkaNotes.openNoteBeside',
  findInNote: 'kafkaNotes.findInNote',
  getSource: 'kafkaNotes.getSource',
  chooseSourceFolder: 'kafkaNotes.chooseSourceFolder',
  chooseNotesFolder: 'kafkaNotes.chooseNotesFolder',
  showSource: 'kafkaNotes.showSource',
  reloadNotes: 'kafkaNotes.reloadNotes',
  togglePin: 'kafkaNotes.togglePin',
  pin: 'kafkaNotes.pin',
  unpin: 'kafkaNotes.unpin',
  back: 'kafkaNotes.back',
  forward: 'kafkaNotes.forward',
  showLog: 'kafkaNotes.showLog',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** The kind of tabs with notes. */
export const noteTab = 'kafkaNotes.noteTab';

/** Commands for links in hovers, trees and Markdown editors: they take arguments, so package.json does not show them. */
export const linkCommands = {
  openAnchor: 'kafkaNotes.link.openAnchor',
  openSection: 'kafkaNotes.link.openSection',
  nextAnnotation: 'kafkaNotes.link.nextAnnotation',
} as const;

export const views = {
  container: 'kafkaNotes',
  outline: 'kafkaNotes.outline',
  panel: 'kafkaNotes.panel',
} as const;

export const settings = {
  section: 'kafkaNotes',
  language: 'language',
  notesFolders: 'notesFolders',
  sourceFolders: 'sourceFolders',
  gutterIcons: 'gutterIcons',
  overviewRuler: 'overviewRuler',
  hover: 'hover',
  codeLens: 'codeLens',
  followCursor: 'followCursor',
} as const;

/** Colours of the marks in the overview ruler. */
export const colours = {
  subject: 'kafkaNotes.subjectRuler',
  mention: 'kafkaNotes.mentionRuler',
  changed: 'kafkaNotes.changedRuler',
} as const;

/** Keys for `when` clauses. */
export const contextKeys = {
  /** Whether the active editor shows a file of a Kafka source tree. */
  inSource: 'kafkaNotes.inSource',
  /** Whether the active file has annotations. */
  hasAnnotations: 'kafkaNotes.hasAnnotations',
  /** Whether the workspace has a Kafka source tree: `looking` until that is known, then `yes` or `no`. */
  source: 'kafkaNotes.source',
  /** Whether the panel shows a note. */
  noteShown: 'kafkaNotes.noteShown',
  pinned: 'kafkaNotes.pinned',
  canGoBack: 'kafkaNotes.canGoBack',
  canGoForward: 'kafkaNotes.canGoForward',
} as const;
