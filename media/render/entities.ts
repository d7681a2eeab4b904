/** Stands for the library that knows HTML's entities by name: a browser does too. Given one entity, it answers with its text. */
export function decodeHTMLStrict(entity: string): string {
  const decoder = document.createElement('textarea');
  decoder.innerHTML = entity;
  return decoder.value;
}
