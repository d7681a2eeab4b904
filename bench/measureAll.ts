import type { Row } from './report/row';
import type { Setting } from './setting';

/** A measurement of one thing, in one or more rows. */
export type Measurement = (setting: Setting) => Promise<readonly Row[]>;

export interface Measured {
  readonly rows: readonly Row[];
  /** The measurements that could not be taken, by their names, and why. */
  readonly unmeasured: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Takes one measurement after the other. One that cannot run costs only its own rows. `tell` gets the name of each as it begins,
 * and its fault.
 */
export async function measureAll(
  measurements: Readonly<Record<string, Measurement>>,
  setting: Setting,
  tell: (line: string) => void,
): Promise<Measured> {
  const [rows, unmeasured]: [Row[], { name: string; why: string }[]] = [[], []];
  for (const [name, measure] of Object.entries(measurements)) {
    tell(`measuring: ${name}`);
    try {
      rows.push(...(await measure(setting)));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`  not measured: ${why}`);
      unmeasured.push({ name, why });
    }
  }
  return { rows, unmeasured };
}
