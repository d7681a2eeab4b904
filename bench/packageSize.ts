import { statSync } from 'node:fs';
import { packageVsix } from '../dev/vsix.mjs';
import type { Row } from './report/row';

/** Megabytes of the package, made anew. */
const limit = 4;

export async function measurePackage(): Promise<readonly Row[]> {
  const size = statSync(await packageVsix()).size / 1e6;
  return [{ what: 'the package (VSIX)', measured: size, unit: 'MB', limit, repetitions: 1 }];
}
