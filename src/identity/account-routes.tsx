import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { type SignedInEnv, signedIn } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type AccountDone, accountContent, isAccountDone } from './account-content.ts';
import { AccountPage } from './account-pages.tsx';
import { personName } from './person-name-field.ts';

const nameForm = z.object({
  name: personName(accountContent.you.nameMissing, accountContent.you.nameTooLong),
});

/** A person's own account: name, places, and where they are signed in. */
export function accountRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/account', signedIn, (c) => renderAccount(c, c.var.viewer.name, noErrors))
    .post('/account/name', smallBody, signedIn, async (c) => {
      const fields = await readForm(c);
      const parsed = parseForm(nameForm, fields);
      if (!parsed.ok) {
        c.status(422);
        return renderAccount(c, sentText(fields, 'name'), parsed.errors);
      }
      await c.var.deps.identity.rename(c.var.viewer.person, parsed.value.name);
      return c.redirect(accountPath('name-saved'), 303);
    })
    .post('/account/sessions/end-others', smallBody, signedIn, async (c) => {
      const { person, session } = c.var.viewer;
      await c.var.deps.identity.sessions.endAll(person, session);
      return c.redirect(accountPath('others-ended'), 303);
    })
    .post('/account/sessions/:id/end', smallBody, signedIn, async (c) => {
      const ended = await c.var.deps.identity.sessions.end(c.var.viewer.person, pathId(c, 'id'));
      if (!ended) throw new NotFound();
      return c.redirect(accountPath('session-ended'), 303);
    });
}

export function accountPath(done: AccountDone): string {
  return `/account?done=${done}`;
}

async function renderAccount(c: Context<SignedInEnv>, name: string, errors: FormErrors): Promise<Response> {
  const { identity } = c.var.deps;
  const { viewer } = c.var;
  const [secondFactor, passkeys, sessions] = await Promise.all([
    identity.secondFactor.stateOf(viewer.person),
    identity.passkeys.listOf(viewer.person),
    identity.sessions.listOf(viewer.person),
  ]);
  const done = c.req.query('done');
  return c.render(
    <AccountPage
      viewer={viewer}
      name={name}
      errors={errors}
      done={isAccountDone(done) ? done : undefined}
      secondFactor={secondFactor}
      passkeys={passkeys}
      sessions={sessions}
    />,
  );
}
