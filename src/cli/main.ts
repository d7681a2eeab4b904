import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kafka } from '../kafka/kafka';
import { run } from './run';

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Setting the exit code, not exiting: what is still on its way to a pipe must arrive.
void run(process.argv.slice(2), kafka, {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  // The bundle lies beside the grammars and queries.
  assets: { read: (name) => readFile(join(__dirname, name)) },
}).then((code) => {
  process.exitCode = code;
});
