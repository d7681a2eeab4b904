import type { Range } from '../util/range';

/** The place where the source defines a setting, and what it says there. */
export interface Setting {
  /** The setting's name, `log.flush.interval.messages`. */
  readonly name: string;
  readonly file: string;
  /** The place of its name in the definition. */
  readonly range: Range;
  /** The type around the definition, without `$`, as in `kafka.server.KafkaConfig`; the file's name where there is none. */
  readonly owner: string;
  /** The type of its values in small letters, `long`; undefined where the definition does not name one. */
  readonly type: string | undefined;
  readonly default: SettingDefault;
  /** What the source says of it, without HTML; undefined where that could not be read. */
  readonly doc: string | undefined;
}

export type SettingDefault =
  /** There is none: the setting must be given. */
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: string }
  /** The expression is known, its value is not. */
  | { readonly kind: 'expression'; readonly written: string };
