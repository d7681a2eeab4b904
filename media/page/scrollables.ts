/** Lets the keyboard reach wide code and tables for as long as they scroll by themselves. */
export function watchScrollables(root: HTMLElement): void {
  const update = (): void => {
    for (const one of root.querySelectorAll<HTMLElement>('.code pre, .table, .picture')) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute('tabindex');
    }
  };
  new ResizeObserver(update).observe(root);
}
