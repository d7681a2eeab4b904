import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { checkCommand, type CheckOptions } from './checkCommand';
import { exitCode, WrongUse, type ExitCode, type Io } from './io';
import { help, wrongUseMessage } from './messages';
import type { Project } from '../source/project';
import { sourceCommand, type SourceOptions } from './sourceCommand';
import { symbolsCommand } from './symbolsCommand';

/** Runs the CLI with these arguments (without `node` and the script's path). It never rejects and never ends the process. */
export async function run(argv: readonly string[], project: Project, io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = createProgram(project, io, (result) => (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.wrongUse;
    io.stderr(wrongUseMessage(error instanceof Error ? error.message : String(error)));
    if (!(error instanceof WrongUse) && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
    return exitCode.wrongUse;
  }
}

function createProgram(project: Project, io: Io, ended: (code: ExitCode) => void): Command {
  const program = new Command('kafka-notes')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showHelpAfterError(help.hint)
    .addHelpText('after', help.exitCodes);

  program
    .command('symbols')
    .description(help.symbols)
    .argument('<PATH...>', help.path)
    .option('--json', help.json)
    .addHelpText('after', help.symbolsFormat)
    .action(async (paths: string[], options: { json?: true }) => {
      ended(await symbolsCommand(paths, options.json === true, io));
    });

  program
    .command('check')
    .description(help.check)
    .requiredOption('--notes <DIR...>', help.notes)
    .requiredOption('--source <DIR>', help.source)
    .option('--json', help.json)
    .option('--verbose', help.verbose)
    .option('--standard <FILE>', help.standard)
    .option('--coverage', help.coverage)
    .addHelpText('after', help.checkFormat)
    .action(async (options: CheckOptions) => {
      ended(await checkCommand(options, project, io));
    });

  program
    .command('source')
    .description(help.sourceGroup)
    .command('get')
    .description(help.sourceGet)
    .requiredOption('--into <DIR>', help.into)
    .addOption(new Option('--from <ORIGIN>', help.from).choices(['archive', 'github', 'maven']).default('archive'))
    .action(async (options: SourceOptions) => {
      ended(await sourceCommand(options, project, io));
    });
  return program;
}
