import { isRecord } from '../../core/util/record';

/** Whether one argument of a call is what it should be. */
export type Check = (value: unknown) => boolean;

/**
 * Whether a page's message is an answer, or one of these calls with what it takes. Pages show text from anywhere, so what they
 * send is looked at before it is acted upon.
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
