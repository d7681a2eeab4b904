/** Replaces the library that knows HTML's entities by name, since a browser knows them too. Returns the text of one entity. */
export function decodeHTMLStrict(entity: string): string {
  const decoder = document.createElement('textarea');
  decoder.innerHTML = entity;
  return decoder.value;
}
