import { join } from 'node:path';
import { declarationOf, type Declaration } from './declaration';
import { outputOf } from './outputOf';

/** Returns every symbol that the built command line finds below a folder. */
export async function symbolsIn(root: string): Promise<Declaration[]> {
  const output = await outputOf(process.execPath, [join(__dirname, '..', '..', 'dist', 'cli.js'), 'symbols', '--json', root]);
  const symbols: unknown = JSON.parse(output);
  if (!Array.isArray(symbols)) throw new Error('The command line printed no array.');
  return symbols.map(declarationOf);
}
