/** The red, green and blue of a colour, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * Parses `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()`, which is all that the editor gives. A transparent colour is mixed
 * with what shines through.
 */
export function parseColour(text: string, behind: Colour | undefined): Colour | undefined {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  const digits = hex !== undefined && hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex;
  const parts = digits?.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? text.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red, green, blue, last] = parts;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const alpha = last === undefined ? 1 : digits === undefined ? last : last / 255;
  return mix(behind ?? [red, green, blue], [red, green, blue], alpha);
}

/** Mixes a part (from 0 to 1) of `over` into `under`. */
export function mix(under: Colour, over: Colour, part: number): Colour {
  const at = (index: 0 | 1 | 2): number => Math.round(under[index] + (over[index] - under[index]) * part);
  return [at(0), at(1), at(2)];
}

export function printColour(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
