import { panelCommands, type PanelHostCalls, type PanelMemory } from '../../../protocol/panel';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCommand: Check = (value) => panelCommands.some((command) => command === value);

/** What each call of the page takes. */
const parameters: Readonly<Record<keyof PanelHostCalls, readonly Check[]>> = {
  ready: [],
  openAnchor: [isText, isText],
  openLink: [isText, isText],
  openSection: [isText, isText],
  back: [],
  forward: [],
  run: [isCommand],
};

/** Whether the page may say this. It shows text from anywhere, so what it sends is looked at before it is acted upon. */
export function isPageMessage(message: unknown): boolean {
  if (!isRecord(message) || typeof message.id !== 'number') return false;
  switch (message.kind) {
    case 'call':
      return isCall(message.method, message.args);
    case 'result':
      return true;
    case 'error':
      return typeof message.message === 'string';
    default:
      return false;
  }
}

/** What the page kept, read back; undefined where it is none of ours. */
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

function isCall(method: unknown, args: unknown): boolean {
  if (typeof method !== 'string' || !Object.hasOwn(parameters, method) || !Array.isArray(args)) return false;
  const checks = parameters[method as keyof PanelHostCalls];
  return args.length === checks.length && checks.every((check, index) => check(args[index]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
