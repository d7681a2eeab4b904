import katex from 'katex';

/**
 * Returns a formula as MathML, which the browser draws itself and screen readers read, or undefined where it cannot be read. It holds
 * no links, no pictures and no styles: what could ask for them is not trusted.
 */
export function formulaOf(source: string, isDisplayed: boolean): Element | undefined {
  let html;
  try {
    html = katex.renderToString(source, {
      output: 'mathml',
      displayMode: isDisplayed,
      trust: false,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    });
  } catch {
    return undefined;
  }
  const math = new DOMParser().parseFromString(html, 'text/html').querySelector('math');
  if (math === null) return undefined;
  for (const one of [math, ...math.querySelectorAll('*')]) one.removeAttribute('style');
  return math;
}
