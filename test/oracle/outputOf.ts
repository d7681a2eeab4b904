import { spawn } from 'node:child_process';

/** Returns the output of a program. Rejects with its words on stderr where it fails, or says anything there. */
export async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  child.stderr.on('data', (data: Buffer) => errors.push(data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const said = Buffer.concat(errors).toString().trim();
  if (code !== 0 || said !== '') throw new Error(`${program} ended with exit code ${code ?? 'none'}: ${said}`);
  return Buffer.concat(output).toString();
}
