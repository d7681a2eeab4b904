import type { Locator } from 'playwright-core';

/**
 * Returns the contrast (1 to 21) of the text of the first of these elements with what lies behind it, an opacity of the elements
 * around it included.
 */
export function contrastOf(text: Locator): Promise<number> {
  return text.first().evaluate((element) => {
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: readonly number[]) => {
      const [r = 0, g = 0, b = 0] = color.map((one) =>
        one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const styles: CSSStyleDeclaration[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) styles.push(getComputedStyle(one));
    const behind = styles.map(({ backgroundColor }) => parse(backgroundColor)).find(([, , , alpha = 1]) => alpha > 0.99);
    const theme = getComputedStyle(document.documentElement).getPropertyValue('--vscode-sideBar-background');
    const back = behind ?? [1, 3, 5].map((at) => Number.parseInt(theme.trim().slice(at, at + 2), 16));
    const [r = 0, g = 0, b = 0, alpha = 1] = parse(getComputedStyle(element).color);
    const shown = styles.reduce((sum, { opacity }) => sum * Number(opacity), alpha);
    const front = [r, g, b].map((one, at) => one * shown + (back[at] ?? 0) * (1 - shown));
    const [high, low] = [Math.max(light(front), light(back)), Math.min(light(front), light(back))];
    return (high + 0.05) / (low + 0.05);
  });
}
