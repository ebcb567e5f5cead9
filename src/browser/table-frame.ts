/** A table's frame takes the keyboard's focus so that it can be scrolled; one that fits needs no stop. */
export function freeTablesThatFit(page: Document): void {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const frame of page.querySelectorAll('.om-table-frame')) watcher.observe(frame);
}
