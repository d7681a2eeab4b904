/** Opens the folded parts of a note that an element or a text stands in, so that it can be seen. */
export function openAround(node: Node | null | undefined): void {
  const element = node instanceof Element ? node : node?.parentElement;
  for (let part = element?.closest('details') ?? null; part !== null; part = part.parentElement?.closest('details') ?? null)
    part.open = true;
}
