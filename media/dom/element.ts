interface Content {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** Makes an element with its content. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, content: Content = {}): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (content.class !== undefined) made.className = content.class;
  if (content.text !== undefined) made.textContent = content.text;
  for (const [name, value] of Object.entries(content.attributes ?? {})) made.setAttribute(name, value);
  if (content.children !== undefined) made.append(...content.children);
  return made;
}
