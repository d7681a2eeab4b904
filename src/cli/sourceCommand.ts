import { resolve } from 'node:path';
import { getSource, type SourceOrigin } from '../source/getSource';
import type { Project } from '../source/project';
import { SourceError } from '../source/sourceError';
import { exitCode, type ExitCode, type Io } from './io';
import { sourceErrorMessage, sourceStepMessage } from './messages';

export interface SourceOptions {
  readonly into: string;
  readonly from: SourceOrigin;
}

/**
 * Runs `source get`: gets a project's source into a folder and reports its progress on stderr. Ctrl-C leaves no incomplete files
 * behind.
 */
export async function sourceCommand({ into, from }: SourceOptions, project: Project, io: Io): Promise<ExitCode> {
  const abort = new AbortController();
  const cancel = () => abort.abort();
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  const folder = resolve(io.cwd, into);
  let said = '';
  try {
    await getSource({
      release: await project.loadRelease(),
      from,
      into: folder,
      signal: abort.signal,
      report: (step, done, total) => {
        const message = sourceStepMessage(step, done, total);
        if (message !== said) io.stderr(message);
        said = message;
      },
    });
    io.stdout(`${folder}\n`);
    return exitCode.clean;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    io.stderr(sourceErrorMessage(error));
    return exitCode.problems;
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
  }
}
