/** Returns the value of a text of JSON; any other text stands for itself. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
