import { assert } from 'chai';
import fc from 'fast-check';
import { Rpc, type Channel, type Methods, type Served } from '../../src/core/util/rpc';
import { isMapMessage } from '../../src/extension/map/mapMessages';
import { isPageMessage } from '../../src/extension/panel/pageMessages';
import { mapCommands, type MapCalls, type MapHostCalls } from '../../src/protocol/map';
import { panelCommands, type PanelCalls, type PanelHostCalls } from '../../src/protocol/panel';
import { damaged } from './damage';
import { parsedJson } from './parsedJson';
import { createTarget } from './target';

const values = '"a" "" null true 1 -0 [] ["a"] [1] {} "kafkaNotes.getSource" "workbench.action.quit" {"length":2}'.split(' ');
const methods = [
  'ready',
  'openAnchor',
  'readExcerpts',
  'openPlace',
  'openLink',
  'openSection',
  'openFile',
  'back',
  'forward',
  'run',
  'focused',
  'leave',
  'toString',
  '__proto__',
];
const value = fc.constantFrom(...values);
const call = fc
  .tuple(fc.constantFrom(...methods), fc.array(value, { maxLength: 3 }))
  .map(([method, args]) => `{"kind":"call","id":1,"method":"${method}","args":[${args.join(',')}]}`);
const answer = fc
  .tuple(fc.constantFrom('result', 'error', 'other'), value, value)
  .map(([kind, id, content]) => `{"kind":"${kind}","id":${id},"value":${content},"message":${content}}`);
const pieces = [...values, ...'"kind": "call" "id": "args": "method": "__proto__":{"kind":"call"},'.split(' '), '['.repeat(200)];

/** The types that the protocol declares for the arguments of each call; a list stands for the values themselves. */
type Declared = Readonly<Record<string, readonly (string | readonly unknown[])[]>>;
const ofPanel: Declared & Record<keyof PanelHostCalls, unknown> = {
  ready: [],
  openAnchor: ['string', 'string'],
  readExcerpts: ['string', 'strings'],
  openPlace: ['string', 'string', 'string'],
  openLink: ['string', 'string'],
  openSection: ['string', 'string'],
  back: [],
  forward: [],
  run: [panelCommands],
  focused: ['boolean'],
  leave: [],
};
const ofMap: Declared & Record<keyof MapHostCalls, unknown> = {
  ready: [],
  openFile: ['string', 'string or null', 'boolean'],
  openSection: ['string', 'string'],
  run: [mapCommands],
};

/** Sends a message that is accepted to a host whose every call checks what it gets. Rejects where that host gets what it must not. */
async function deliver<Theirs extends Methods<Theirs>, Mine extends Methods<Mine>>(
  message: unknown,
  declared: Declared,
): Promise<void> {
  const faults: string[] = [];
  const calls = Object.entries(declared).map(([name, types]) => {
    const called = (...args: readonly unknown[]): void => {
      const isDeclared = args.length === types.length && types.every((type, index) => isOf(type, args[index]));
      if (!isDeclared) faults.push(`${name} gets ${JSON.stringify(args)}`);
    };
    return [name, called] as const;
  });
  const sent: unknown[] = [];
  let receive: (message: unknown) => void = () => undefined;
  const channel: Channel = { send: (one) => void sent.push(one), listen: (listener) => (receive = listener) };
  new Rpc<Theirs, Mine>(channel, Object.fromEntries(calls) as Served<Mine>);
  receive(message);
  // The host answers after a turn.
  await new Promise(setImmediate);
  assert.deepEqual(faults, []);
  assert.isFalse(
    sent.some((one) => (one as { kind: string }).kind === 'error'),
    'a call that is accepted is not there',
  );
}

function isOf(type: string | readonly unknown[], argument: unknown): boolean {
  if (typeof type !== 'string') return type.includes(argument);
  if (type === 'strings') return Array.isArray(argument) && argument.every((one) => typeof one === 'string');
  return type === 'string or null' ? argument === null || typeof argument === 'string' : typeof argument === type;
}

/** Throws unless a message that is accepted has what every message of its kind has. */
function assertWhole(message: unknown): void {
  const { id, kind, message: words } = message as Readonly<Record<string, unknown>>;
  assert.isNumber(id);
  assert.include(['call', 'result', 'error'], kind);
  if (kind === 'error') assert.isString(words);
}

async function checkMessage(text: string): Promise<void> {
  const message = parsedJson(text);
  if (isPageMessage(message) || isMapMessage(message)) assertWhole(message);
  if (isPageMessage(message)) await deliver<PanelCalls, PanelHostCalls>(message, ofPanel);
  if (isMapMessage(message)) await deliver<MapCalls, MapHostCalls>(message, ofMap);
}

export const pageMessages = createTarget(
  'page-messages',
  'messages of the panel’s and the map’s page to the host',
  damaged(fc.oneof(call, call, answer), pieces),
  checkMessage,
);
