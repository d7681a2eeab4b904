import { panelActs, panelCommands, type PanelHostCalls, type PanelMemory } from '../../protocol/panel';
import { isAnchorText } from '../../core/notes/parseAnchor';
import { isRecord } from '../../core/util/record';
import { isMessageOf, isText, isTruth, isTexts, type Check } from '../editor/pageCalls';

const isCommand: Check = (value) => panelCommands.some((command) => command === value);

/** Refuses what is no anchor at all; what is wrong with one is told to the reader. */
const isAnchor: Check = (value) => isText(value) && isAnchorText(String(value));

const isAct: Check = (value) => panelActs.some((act) => act === value);

/** The checks of the arguments of each call that the panel's page may make. */
const parameters: Readonly<Record<keyof PanelHostCalls, readonly Check[]>> = {
  ready: [],
  openAnchor: [isText, isAnchor],
  choose: [isText, isAnchor, isAct, isText],
  readExcerpts: [isText, isTexts],
  openPlace: [isText, isText, isText],
  openLink: [isText, isText],
  openSection: [isText, isText],
  back: [],
  forward: [],
  run: [isCommand],
  focused: [isTruth],
  leave: [],
};

/** Returns whether a message is one that the panel's page may send. */
export function isPageMessage(message: unknown): boolean {
  return isMessageOf(parameters, message);
}

/** Checks what the page kept. Returns undefined where it is not ours. */
export function readMemory(kept: unknown): PanelMemory | undefined {
  if (!isRecord(kept)) return undefined;
  const { note, section, shown, pinned, top } = kept;
  if (typeof note !== 'string' || typeof shown !== 'number' || typeof pinned !== 'boolean' || !isRecord(top)) return undefined;
  if (typeof top.slug !== 'string' || typeof top.block !== 'number' || typeof top.offset !== 'number') return undefined;
  if (section !== undefined && typeof section !== 'string') return undefined;
  return {
    note,
    ...(section === undefined ? {} : { section }),
    shown,
    pinned,
    top: { slug: top.slug, block: top.block, offset: top.offset },
  };
}
