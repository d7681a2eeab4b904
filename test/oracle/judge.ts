import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { judgeFolder } from '../../dev/oracle.mjs';
import { declarationOf, isRecord, type Declaration } from './declaration';
import { outputOf } from './outputOf';

/** The versions of the languages that the files are written in. */
export interface Languages {
  readonly scala: '2.12' | '2.13';
  /** The version of Java, as JavaParser names it. */
  readonly java: 'JAVA_8' | 'JAVA_17' | 'JAVA_21';
}

export interface Verdict {
  readonly files: ReadonlySet<string>;
  readonly declarations: readonly Declaration[];
  /** The reason why the judge could not parse a file, by file. */
  readonly unparsed: ReadonlyMap<string, string>;
}

/** Returns the declarations that Scalameta and JavaParser see below `root`, or only below these folders of it. */
export async function judge(root: string, folders: readonly string[], languages: Languages): Promise<Verdict> {
  if (!existsSync(judgeFolder)) throw new Error('The judge is not built: run it by `npm run test:oracle`.');
  const classPath = [join(judgeFolder, 'classes'), join(judgeFolder, 'libraries', '*')].join(delimiter);
  // The optimising compiler would cost more than it gives in so short a run; deep trees need a deep stack.
  const options = ['-XX:TieredStopAtLevel=1', '-Xss16m', '-cp', classPath];
  const output = await outputOf('java', [...options, 'oracle.Main', languages.scala, languages.java, root, ...folders]);
  const declarations: Declaration[] = [];
  const unparsed = new Map<string, string>();
  const files = new Set<string>();
  for (const line of output.split('\n').slice(0, -1)) {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value) || typeof value.file !== 'string') throw new Error(`The judge printed ${line}`);
    files.add(value.file);
    if (typeof value.unparsed === 'string') unparsed.set(value.file, value.unparsed);
    else if ('path' in value) declarations.push(declarationOf(value));
  }
  return { files, declarations, unparsed };
}
