import { isRecord } from '../../core/util/record';

/** Returns whether one argument of a call has the type that it should have. */
export type Check = (value: unknown) => boolean;

/** The most UTF-16 units of an argument, far beyond those of any address or anchor. */
const longest = 50_000;

export const isText: Check = (value) => typeof value === 'string' && value.length <= longest;

export const isTruth: Check = (value) => typeof value === 'boolean';

/** The most texts of a list, more than a note has anchors. */
const mostTexts = 10_000;

export const isTexts: Check = (value) => Array.isArray(value) && value.length <= mostTexts && value.every(isText);

/**
 * Returns whether a page's message is an answer, or one of these calls with arguments of the right types. Pages show text from
 * anywhere, so what they send is checked before it is acted upon.
 */
export function isMessageOf(calls: Readonly<Record<string, readonly Check[]>>, message: unknown): boolean {
  if (!isRecord(message) || typeof message.id !== 'number') return false;
  switch (message.kind) {
    case 'call':
      return isCall(calls, message.method, message.args);
    case 'result':
      return true;
    case 'error':
      return typeof message.message === 'string';
    default:
      return false;
  }
}

function isCall(calls: Readonly<Record<string, readonly Check[]>>, method: unknown, args: unknown): boolean {
  if (typeof method !== 'string' || !Object.hasOwn(calls, method) || !Array.isArray(args)) return false;
  const checks = calls[method];
  return checks?.length === args.length && checks.every((check, index) => check(args[index]));
}
