/** Every id that package.json declares, too. A test holds the two together. */

export const extensionId = 'kafka-notes.kafka-notes';

export const commands = {
  openNoteAtCursor: 'kafkaNotes.openNoteAtCursor',
  noteAndCode: 'kafkaNotes.noteAndCode',
  nextAnnotation: 'kafkaNotes.nextAnnotation',
  previousAnnotation: 'kafkaNotes.previousAnnotation',
  goToCode: 'kafkaNotes.goToCode',
  showOutline: 'kafkaNotes.showOutline',
  showMap: 'kafkaNotes.showMap',
  searchNotes: 'kafkaNotes.searchNotes',
  openHitBeside: 'kafkaNotes.openHitBeside',
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
  startTrail: 'kafkaNotes.startTrail',
  chooseTrail: 'kafkaNotes.chooseTrail',
  trailMenu: 'kafkaNotes.trailMenu',
  nextStep: 'kafkaNotes.nextStep',
  previousStep: 'kafkaNotes.previousStep',
  backToTrail: 'kafkaNotes.backToTrail',
  pauseTrail: 'kafkaNotes.pauseTrail',
  resumeTrail: 'kafkaNotes.resumeTrail',
  endTrail: 'kafkaNotes.endTrail',
  markRead: 'kafkaNotes.markRead',
  markUnread: 'kafkaNotes.markUnread',
  toggleRead: 'kafkaNotes.toggleRead',
  exportProgress: 'kafkaNotes.exportProgress',
  importProgress: 'kafkaNotes.importProgress',
  resetProgress: 'kafkaNotes.resetProgress',
  showReferences: 'kafkaNotes.showReferences',
  writeNotes: 'kafkaNotes.writeNotes',
  addNote: 'kafkaNotes.addNote',
  copyAnchor: 'kafkaNotes.copyAnchor',
  insertAnchor: 'kafkaNotes.insertAnchor',
  openWalkthrough: 'kafkaNotes.openWalkthrough',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** The type of the tabs that show notes. */
export const noteTab = 'kafkaNotes.noteTab';

/** The type of the tab that shows the map. */
export const mapTab = 'kafkaNotes.map';

/** The commands of links in hovers, trees and Markdown editors. They take arguments, so package.json does not show them. */
export const linkCommands = {
  openAnchor: 'kafkaNotes.link.openAnchor',
  backToCode: 'kafkaNotes.link.backToCode',
  openSection: 'kafkaNotes.link.openSection',
  openFile: 'kafkaNotes.link.openFile',
  nextAnnotation: 'kafkaNotes.link.nextAnnotation',
  goToStep: 'kafkaNotes.link.goToStep',
  startTrail: 'kafkaNotes.link.startTrail',
  nextStep: 'kafkaNotes.link.nextStep',
  firstNote: 'kafkaNotes.link.firstNote',
  firstTrail: 'kafkaNotes.link.firstTrail',
  markRead: 'kafkaNotes.link.markRead',
  markUnread: 'kafkaNotes.link.markUnread',
} as const;

export const views = {
  container: 'kafkaNotes',
  /** The container in the secondary side bar, where the note stands beside the code. */
  panelContainer: 'kafkaNotesPanel',
  outline: 'kafkaNotes.outline',
  panel: 'kafkaNotes.panel',
  references: 'kafkaNotes.references',
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
  languageFeatures: 'languageFeatures',
} as const;

/** The walkthrough in the editor's Welcome page. The commands that it links to get this name as their argument. */
export const walkthrough = 'firstSteps';

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
  /**
   * The next four keys complete the first steps: there is a source tree, the reader has gone on from a trail's step, has found
   * something by the outline, a list or the search and opened it, has notes of their own.
   */
  sourceOpen: 'kafkaNotes.sourceOpen',
  trailWalked: 'kafkaNotes.trailWalked',
  wayFound: 'kafkaNotes.wayFound',
  ownNotes: 'kafkaNotes.ownNotes',
  /** Whether the panel shows a note. */
  noteShown: 'kafkaNotes.noteShown',
  /** Whether the section that the panel shows, or else its note, is read: `yes` or `no`; false where no note is shown. */
  shownRead: 'kafkaNotes.shownRead',
  /** The trail's status: `walking` or `paused`; false without a trail. */
  trail: 'kafkaNotes.trail',
  /** Whether the list of a search's hits is open. */
  searching: 'kafkaNotes.searching',
  pinned: 'kafkaNotes.pinned',
  canGoBack: 'kafkaNotes.canGoBack',
  canGoForward: 'kafkaNotes.canGoForward',
} as const;
