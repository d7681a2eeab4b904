/** The hues in which words may stand. Each theme has a colour for each of them that can be read on its background. */
const hues = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;

export type Hue = (typeof hues)[number] | 'grey';

/** The hue of the names of colours that people use in notes. */
const named: Readonly<Record<string, Hue>> = {
  ...Object.fromEntries(hues.map((hue) => [hue, hue])),
  ...{ maroon: 'red', crimson: 'red', tomato: 'red', brown: 'orange', darkorange: 'orange', gold: 'yellow', olive: 'yellow' },
  ...{ lime: 'green', teal: 'green', darkgreen: 'green', cyan: 'blue', aqua: 'blue', navy: 'blue', steelblue: 'blue' },
  ...{ darkred: 'red', darkblue: 'blue', violet: 'purple', magenta: 'purple', fuchsia: 'purple', pink: 'purple' },
  ...{ gray: 'grey', grey: 'grey', silver: 'grey' },
};

/**
 * Returns the hue that is the nearest to a colour as `<font color>` has it, a name or `#rgb` or `#rrggbb`. The colour itself is not
 * used, since what is well read in one theme is not in another. Black, white and what is no colour have no hue.
 */
export function hueOf(colour: string): Hue | undefined {
  const name = colour.trim().toLowerCase();
  if (Object.hasOwn(named, name)) return named[name];
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const size = digits.length / 3;
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((at) =>
    parseInt(digits.slice(at * size, (at + 1) * size).padEnd(2, digits[at * size]), 16),
  );
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (most - least < 32) return most < 64 || least > 224 ? undefined : 'grey';
  const turn =
    most === red
      ? (green - blue) / (most - least)
      : most === green
        ? 2 + (blue - red) / (most - least)
        : 4 + (red - green) / (most - least);
  const degrees = (turn * 60 + 360) % 360;
  const ends = [15, 45, 70, 170, 255, 335];
  return hues[ends.findIndex((end) => degrees < end)] ?? 'red';
}
