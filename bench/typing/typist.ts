import { pick } from './random';

/** A kind of place where someone types, and the pieces that are typed there. */
interface Habit {
  readonly where: string;
  /** A pattern that finds, in a Scala file of Kafka, the text behind which the pieces are typed. */
  readonly behind: RegExp;
  readonly pieces: readonly string[];
}

const habits: readonly Habit[] = [
  {
    where: 'body',
    behind: /^ {4,}.*[)\w]$/gm,
    pieces: [
      '\n    val size = math.max(low, high)',
      '\n    if (isEmpty) { log.info("empty") }',
      '.map { one => one }',
      '\n',
      ' // why',
    ],
  },
  {
    where: 'header',
    behind: /^ {2}(?:private )?def \w+\(/gm,
    pieces: ['limit: Int = 1, ', 'names: Seq[String], ', 'f: Log => Unit, '],
  },
  {
    where: 'member',
    behind: /^ {2}\}$/gm,
    pieces: [
      '\n\n  private def another(size: Int): Int = {\n    size + 1\n  }',
      '\n  val Name = "name"',
      '\n  case class Pair(left: Int)',
    ],
  },
  { where: 'comment', behind: /^ *(?:\/\/|\*) .*\w$/gm, pieces: [' and so on', ', (see there)', '\n'] },
  { where: 'string', behind: /"[\w ]{4,}(?=[\w ]*")/g, pieces: [' of it', '{}', 'x'] },
  { where: 'imports', behind: /^import .*$/gm, pieces: ['\nimport java.util.Map', '\nimport kafka.log.{Log, LogConfig}'] },
];

/** The text after each keystroke. */
export interface Keystroke {
  readonly where: string;
  readonly text: string;
}

/**
 * Types pieces at random places of a text, each place equally likely, one character at a time and without an editor that closes
 * brackets, and takes each piece back at once.
 */
export function* type(text: string, pieces: number, random: () => number): Generator<Keystroke> {
  const places = habits.flatMap((habit) =>
    Array.from(text.matchAll(habit.behind), (match) => ({ habit, at: match.index + match[0].length })),
  );
  for (let count = 0; count < pieces; count++) {
    const { habit, at } = pick(places, random);
    const piece = pick(habit.pieces, random);
    for (let typed = 1; typed <= piece.length; typed++) {
      yield { where: habit.where, text: text.slice(0, at) + piece.slice(0, typed) + text.slice(at) };
    }
    yield { where: 'undo', text };
  }
}
