import { getSource, type SourceOrder, type SourceOrigin } from '../../source/getSource';
import { hasMaven } from '../../source/maven';
import { SourceError } from '../../source/sourceError';
import type { SourceFailure } from '../editor/platform';

export async function listOrigins(): Promise<readonly SourceOrigin[]> {
  return (await hasMaven()) ? ['maven', 'archive', 'github'] : ['archive', 'github'];
}

/** Returns why the source could not be had, undefined where it could. Anything thrown is a bug. */
export async function fetchSource(order: SourceOrder): Promise<SourceFailure | undefined> {
  try {
    await getSource(order);
    return undefined;
  } catch (error) {
    if (error instanceof SourceError) return { code: error.code, args: error.args };
    throw error;
  }
}
