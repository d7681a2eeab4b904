import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kafka } from '../kafka/kafka';
import { run } from './run';

// A program that has seen enough, such as `head`, closes the pipe. That is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is only set; ending the process would lose output that is still on its way to a pipe.
void run(process.argv.slice(2), kafka, {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  // The bundle lies in the same folder as the grammars and queries.
  assets: { read: (name) => readFile(join(__dirname, name)) },
}).then((code) => {
  process.exitCode = code;
});
