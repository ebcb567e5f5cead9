/** Sign-in with a passkey, and adding one. Both stay hidden where scripts are off; the pages say so. */
export function offerPasskeys(page: Document): void {
  const signIn = page.querySelector<HTMLElement>('[data-passkey-sign-in]');
  const add = page.querySelector<HTMLFormElement>('form[data-passkey-add]');
  const message = page.querySelector<HTMLElement>('[data-passkey-message]');
  if (!message || (!signIn && !add)) return;
  if (!takesPasskeys()) {
    message.textContent = (signIn ?? add)?.dataset.unsupported ?? '';
    return;
  }
  if (signIn) {
    signIn.hidden = false;
    signIn.querySelector('button')?.addEventListener('click', () => {
      attempt(message, signIn.dataset.failed, () => signInWithPasskey(signIn.dataset.next ?? ''));
    });
  }
  if (add) {
    add.hidden = false;
    add.addEventListener('submit', (event) => {
      event.preventDefault();
      const name = add.querySelector('input')?.value ?? '';
      attempt(message, add.dataset.failed, () => addPasskey(name));
    });
  }
}

/** Browsers of 2025 and newer, which read and write WebAuthn's JSON themselves. */
function takesPasskeys(): boolean {
  return 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
}

/** What the server says against it, in words for the person. */
class Refused extends Error {}

function attempt(message: HTMLElement, failed: string | undefined, work: () => Promise<string>): void {
  message.textContent = '';
  work().then(
    (goTo) => window.location.assign(goTo),
    (error: unknown) => {
      // Who closes the browser's own window changed their mind: nothing failed.
      if (error instanceof DOMException && error.name === 'NotAllowedError') return;
      message.textContent = error instanceof Refused ? error.message : (failed ?? '');
    },
  );
}

async function signInWithPasskey(next: string): Promise<string> {
  const options = await ask('/sign-in/passkey/options', {}, isRequestOptions);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const answer = jsonOf(await navigator.credentials.get({ publicKey }));
  return (await ask('/sign-in/passkey', { answer, next }, isGoTo)).goTo;
}

async function addPasskey(name: string): Promise<string> {
  const options = await ask('/account/passkeys/options', {}, isCreationOptions);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const answer = jsonOf(await navigator.credentials.create({ publicKey }));
  return (await ask('/account/passkeys', { answer, name }, isGoTo)).goTo;
}

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The browser gave no passkey.');
  return credential.toJSON();
}

async function ask<Answer>(
  path: string,
  body: unknown,
  isExpected: (told: unknown) => told is Answer,
): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const told: unknown = await answer.json();
  if (answer.ok && isExpected(told)) return told;
  throw isMessage(told) ? new Refused(told.message) : new Error(`${path} answered ${answer.status}.`);
}

function isObject(told: unknown): told is object {
  return typeof told === 'object' && told !== null;
}

function isMessage(told: unknown): told is { message: string } {
  return isObject(told) && 'message' in told && typeof told.message === 'string';
}

function isGoTo(told: unknown): told is { goTo: string } {
  return isObject(told) && 'goTo' in told && typeof told.goTo === 'string';
}

function isRequestOptions(told: unknown): told is PublicKeyCredentialRequestOptionsJSON {
  return isObject(told) && 'challenge' in told;
}

function isCreationOptions(told: unknown): told is PublicKeyCredentialCreationOptionsJSON {
  return isObject(told) && 'challenge' in told && 'user' in told;
}
