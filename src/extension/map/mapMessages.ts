import { mapCommands, type MapHostCalls } from '../../protocol/map';
import { isMessageOf, type Check } from '../editor/pageCalls';

const isText: Check = (value) => typeof value === 'string';

/** What each call of the page takes. */
const parameters: Readonly<Record<keyof MapHostCalls, readonly Check[]>> = {
  ready: [],
  openFile: [isText, (value) => value === null || isText(value), (value) => typeof value === 'boolean'],
  openSection: [isText, isText],
  run: [(value) => mapCommands.some((command) => command === value)],
};

/** Whether the map's page may say this. */
export function isMapMessage(message: unknown): boolean {
  return isMessageOf(parameters, message);
}
