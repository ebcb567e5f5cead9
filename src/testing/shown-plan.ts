import type { TestApp } from './test-app.ts';

/** What the form of a shown import sends along: the stamp of the plan that its page shows. */
export function shownPlan(page: string): { readonly plan: string } {
  return { plan: /name="plan" value="([^"]*)"/.exec(page)?.[1] ?? '' };
}

/** Opens the page of a planned import at `changes` and presses its button. */
export async function importAsShown(
  app: TestApp,
  changes: string,
  cookie: string,
  choice: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const page = await (await app.get(changes, cookie)).text();
  return app.post(`${changes}/commit`, { ...choice, ...shownPlan(page) }, cookie);
}
