/** Lets the keyboard reach what scrolls by itself, as long as it does: wide code and tables. */
export function watchScrollables(root: HTMLElement): void {
  const update = (): void => {
    for (const one of root.querySelectorAll<HTMLElement>('.code pre, .table, .picture')) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute('tabindex');
    }
  };
  new ResizeObserver(update).observe(root);
}
