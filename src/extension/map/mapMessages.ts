import { mapCommands, type MapHostCalls } from '../../protocol/map';
import { isMessageOf, isText, isTruth, type Check } from '../editor/pageCalls';

/** The checks of the arguments of each call that the map's page may make. */
const parameters: Readonly<Record<keyof MapHostCalls, readonly Check[]>> = {
  ready: [],
  openFile: [isText, (value) => value === null || isText(value), isTruth],
  openSection: [isText, isText],
  run: [(value) => mapCommands.some((command) => command === value)],
};

/** Returns whether a message of the map's page is one that it may send. */
export function isMapMessage(message: unknown): boolean {
  return isMessageOf(parameters, message);
}
