/** Packages the build: `npm run package` writes dist/kafka-notes-VERSION.vsix, and says what is wrong with it. */
import { Failure } from './process.mjs';
import { faultsOfVsix, packageVsix } from './vsix.mjs';

try {
  await packageVsix();
  const faults = faultsOfVsix();
  for (const fault of faults) console.error(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
