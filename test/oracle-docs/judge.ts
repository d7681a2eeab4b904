import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A comment as Javadoc's own parser sees it, with the texts that a page shows. */
export interface JudgedDoc {
  readonly description: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Returns what the JDK's parser sees in the comments, asked for in one run.
 * @throws an Error where the parser fails or does not answer every comment.
 */
export function judgeDocs(comments: readonly string[]): JudgedDoc[] {
  const input = comments.map((comment) => `${Buffer.from(comment).toString('base64')}\n`).join('');
  const { status, stdout, stderr } = spawnSync('java', [join(__dirname, 'DocJudge.java')], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`The judge failed: ${stderr}`);
  const lines = stdout.split('\n').slice(0, -1);
  if (lines.length !== comments.length) throw new Error(`${comments.length} comments were asked, ${lines.length} answered.`);
  return lines.map((line) => {
    const [description = '', ...others] = line.split(' ').map((part) => Buffer.from(part.slice(1), 'base64').toString());
    const tags = others.flatMap((name, index) => (index % 2 === 0 ? [{ name, text: others[index + 1] ?? '' }] : []));
    return { description, tags };
  });
}
