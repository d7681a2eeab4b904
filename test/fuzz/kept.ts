import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An input that failed once. */
interface KeptInput {
  /** The first line of what the check said. */
  readonly fault: string;
  readonly input: unknown;
}

function read(target: string): readonly KeptInput[] {
  const file = fileOf(target);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptInput[]) : [];
}

/** Returns the inputs of a target that failed once, the oldest first. */
export function inputsKept(target: string): readonly unknown[] {
  return read(target).map(({ input }) => input);
}

/** Keeps an input that failed, so that every later run tries it first. */
export function keepInput(target: string, input: unknown, fault: string): void {
  const kept = read(target);
  const text = JSON.stringify(input);
  if (kept.some((one) => JSON.stringify(one.input) === text)) return;
  const [line = ''] = fault.split('\n', 1);
  writeFileSync(fileOf(target), `${JSON.stringify([...kept, { fault: line, input }], undefined, 2)}\n`);
}

function fileOf(target: string): string {
  return join(__dirname, 'kept', `${target}.json`);
}
