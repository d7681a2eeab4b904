import { statSync } from 'node:fs';
import { packageVsix } from '../dev/vsix.mjs';
import type { Row } from './report/row';

/** The megabytes that the package may have. */
const limit = 6;

export async function measurePackage(): Promise<readonly Row[]> {
  const size = statSync(await packageVsix()).size / 1e6;
  return [{ what: 'the package (VSIX)', measured: size, unit: 'MB', limit, repetitions: 1 }];
}
