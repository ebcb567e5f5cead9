/** What the server tells about work under way. `fraction` is missing while the end isn't in sight. */
interface Progress {
  readonly fraction?: number;
  readonly words: string;
}

/** Moves the bar of work under way as the server tells it, and goes on when the work has ended. */
export function followWork(page: Document): void {
  const work = page.querySelector<HTMLElement>('[data-progress]');
  const bar = work?.querySelector('progress');
  const words = work?.querySelector('[role="status"]');
  const { progress, then } = work?.dataset ?? {};
  if (!bar || !words || progress === undefined || then === undefined) return;
  const source = new EventSource(progress);
  source.addEventListener('progress', ({ data }) => {
    const told: Progress = JSON.parse(data);
    if (told.fraction === undefined) bar.removeAttribute('value');
    else bar.value = told.fraction;
    if (words.textContent !== told.words) words.textContent = told.words;
  });
  source.addEventListener('end', () => {
    source.close();
    page.location.replace(then);
  });
}
