/** One declaration in a tree, with the line and the column of its name, 1-based, in UTF-16 units. */
export interface Declaration {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  /** The symbol path without parameters; the part before its last name is the container. */
  readonly path: string;
  /** The parameters; only methods and constructors have them. */
  readonly parameters?: readonly string[];
  /** The value of a string constant; nothing else has one. */
  readonly value?: string;
}

/** Checks a declaration that one of the two sides has printed. */
export function declarationOf(value: unknown): Declaration {
  if (!isRecord(value)) throw new Error(`not a declaration: ${JSON.stringify(value)}`);
  const { file, line, column, kind, path, parameters, value: constant } = value;
  const isWhole =
    typeof file === 'string' &&
    typeof line === 'number' &&
    typeof column === 'number' &&
    typeof kind === 'string' &&
    typeof path === 'string' &&
    (parameters === undefined || isTexts(parameters)) &&
    (constant === undefined || typeof constant === 'string');
  if (!isWhole) throw new Error(`not a declaration: ${JSON.stringify(value)}`);
  return {
    file,
    line,
    column,
    kind,
    path,
    ...(parameters && { parameters }),
    ...(constant !== undefined && { value: constant }),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Returns a declaration in words: `method kafka.log.Log#append(MemoryRecords,Boolean)`. */
export function inWords({ kind, path, parameters, value }: Declaration): string {
  const list = parameters === undefined ? '' : `(${parameters.join(',')})`;
  return `${kind} ${path}${list}${value === undefined ? '' : ` = ${JSON.stringify(value)}`}`;
}

/** Returns the place of a declaration: `core/src/main/scala/kafka/log/Log.scala:12:7`. */
export function placeOf({ file, line, column }: Declaration): string {
  return `${file}:${line}:${column}`;
}
