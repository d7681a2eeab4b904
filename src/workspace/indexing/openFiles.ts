import type { Event } from '../emitter';

/** A text that is held otherwise than the disk has it; the editor's document is one. */
export interface UnsavedText {
  getText(): string;
}

/**
 * Tells what an edge, such as the editor, knows of the files that a person works with, source or not. All URIs are in the form of
 * the trees' roots: in the editor that of `Uri.toString()`.
 */
export interface OpenFiles {
  /** The URIs of the files that can be seen, the one in front first. */
  readonly visible: readonly string[];
  readonly onDidChangeVisible: Event<unknown>;
  /** The texts that are not saved, by the URIs of their files. */
  unsaved(): ReadonlyMap<string, UnsavedText>;
  /** Fires with the URI of a file that was typed in, or that another program made or wrote, and with that of a folder that came. */
  readonly onDidChange: Event<string>;
  /** Fires with the URI of a file or folder that is gone. */
  readonly onDidDelete: Event<string>;
}

const never: Event<never> = () => ({ dispose: () => undefined });

/** No file can be seen and none changes, as on the command line. */
export const noOpenFiles: OpenFiles = {
  visible: [],
  onDidChangeVisible: never,
  unsaved: () => new Map(),
  onDidChange: never,
  onDidDelete: never,
};
