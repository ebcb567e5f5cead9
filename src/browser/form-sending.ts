/**
 * A second press of the button, out of impatience, sends nothing while the first is on its way. The button is
 * not disabled: a disabled one loses the focus and is not sent along.
 */
export function sendFormsOnce(page: Document): void {
  const sent = new WeakSet<HTMLFormElement>();
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.setAttribute('aria-busy', 'true');
    // A download or a lost connection leaves the page standing: then it may be sent again.
    window.setTimeout(() => free(form), 10_000);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of page.forms) free(form);
  });

  function free(form: HTMLFormElement): void {
    sent.delete(form);
    form.removeAttribute('aria-busy');
  }
}
