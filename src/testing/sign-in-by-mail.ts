import type { TestApp } from './test-app.ts';

/** Goes the way a person goes: asks for a link, opens the mail, presses the button, gives a name when asked. */
export async function signInByMail(
  app: Pick<TestApp, 'get' | 'post' | 'outbox'>,
  email: string,
): Promise<string> {
  await app.post('/sign-in', { email });
  const mail = (await app.outbox()).find(
    (message) => message.recipient === email && message.kind === 'sign-in',
  );
  const link = mail && firstLink(mail.text);
  if (!link) throw new Error(`No sign-in link was mailed to ${email}.`);
  const answer = await app.post(link, {});
  const cookie = cookieHeader(answer);
  if (answer.status !== 303 || cookie === '')
    throw new Error(`The link of ${email} answered ${answer.status}.`);
  if (answer.headers.get('location')?.startsWith('/sign-in/name')) {
    await app.post('/sign-in/name', { name: nameFrom(email) }, cookie);
  }
  return cookie;
}

/** The path of the first of the site's links in a mail's text. */
export function firstLink(text: string): string | undefined {
  const url = /https?:\/\/\S+/.exec(text)?.[0];
  if (!url) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** What a browser would send back after this answer. */
export function cookieHeader(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** `jordan.example@agency.test` signs as `Jordan Example`. */
function nameFrom(email: string): string {
  const local = email.split('@', 1)[0] ?? email;
  return local
    .split(/[.\-_+]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
