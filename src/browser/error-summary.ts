/** After a refused form, people start at the list of what to fix. */
export function focusErrorSummary(page: Document): void {
  page.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}
