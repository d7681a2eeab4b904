import type { LanguageId } from '../language';
import type { Skeleton } from './createSkeleton';
import { javaSkeleton } from './javaSkeleton';
import { scalaSkeleton } from './scalaSkeleton';

/**
 * The functions that return the parts of a text that declare something. The table of languages does not hold them, because the
 * extension host needs that table and would have to compile all of this code for it.
 */
export const skeletons: Readonly<Record<LanguageId, (text: string) => Skeleton>> = { java: javaSkeleton, scala: scalaSkeleton };
