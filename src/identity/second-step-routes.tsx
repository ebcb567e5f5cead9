import { type Context, Hono } from 'hono';
import { toString as qrCode } from 'qrcode';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { anyone, type SignedInEnv, signedIn } from '../http/guard.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { accountPath } from './account-routes.tsx';
import { sameSitePath, withNext } from './same-site-path.ts';
import type { SetUp } from './second-factor.ts';
import { secondStepContent } from './second-step-content.ts';
import { BackupCodesPage, CodeNeededPage, SecondStepPage, SetUpPage } from './second-step-pages.tsx';
import { setCookies } from './session-answer.ts';
import { askedNext } from './sign-in-routes.tsx';

const wrongCode: FormErrors = { code: secondStepContent.wrongCode };

/** The second step of signing in, and setting it up. */
export function secondStepRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', passingRoutes())
    .route('/', setUpRoutes())
    .route('/', changingRoutes());
}

function passingRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sign-in/second-step', anyone, async (c) => {
      const next = askedNext(c.req);
      const standing = await c.var.deps.identity.standingOf(c.req.raw.headers);
      if (standing.is !== 'second-step') return c.redirect(withNext('/sign-in', next), 303);
      return c.render(<SecondStepPage next={next} errors={noErrors} />);
    })
    .post('/sign-in/second-step', smallBody, anyone, async (c) => {
      const fields = await readForm(c);
      const next = sameSitePath(sentText(fields, 'next'));
      const { identity } = c.var.deps;
      const { headers } = c.req.raw;
      const standing = await identity.standingOf(headers);
      if (standing.is !== 'second-step') return c.redirect(withNext('/sign-in', next), 303);
      const outcome = await identity.secondFactor.pass(standing, headers, sentText(fields, 'code'));
      if (!outcome.ok) {
        c.status(422);
        return c.render(<SecondStepPage next={next} errors={wrongCode} />);
      }
      return c.redirect(next ?? '/start', 303);
    });
}

function setUpRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/account/second-step/start', smallBody, signedIn, async (c) => {
      const { identity } = c.var.deps;
      if ((await identity.secondFactor.stateOf(c.var.viewer.person)) === 'on')
        return c.redirect('/account', 303);
      await identity.secondFactor.startSetUp(c.req.raw.headers);
      return c.redirect('/account/second-step/set-up', 303);
    })
    .get('/account/second-step/set-up', signedIn, async (c) => {
      const setUp = await pendingSetUp(c);
      return setUp ? renderSetUp(c, setUp, noErrors) : c.redirect('/account', 303);
    })
    .post('/account/second-step/set-up', smallBody, signedIn, async (c) => {
      const fields = await readForm(c);
      const setUp = await pendingSetUp(c);
      if (!setUp) return c.redirect('/account', 303);
      const { secondFactor } = c.var.deps.identity;
      const outcome = await secondFactor.confirm(
        c.var.viewer.person,
        c.req.raw.headers,
        sentText(fields, 'code'),
      );
      if (!outcome.ok) {
        c.status(422);
        return renderSetUp(c, setUp, wrongCode);
      }
      setCookies(c, outcome.value.cookies);
      return c.render(<BackupCodesPage codes={outcome.value.backupCodes} renewed={false} />);
    });
}

function changingRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/account/second-step/backup-codes', signedIn, (c) =>
      c.render(<CodeNeededPage change="renew" errors={noErrors} />),
    )
    .post('/account/second-step/backup-codes', smallBody, signedIn, async (c) => {
      const code = sentText(await readForm(c), 'code');
      const { secondFactor } = c.var.deps.identity;
      const outcome = await secondFactor.renewBackupCodes(c.var.viewer.person, c.req.raw.headers, code);
      if (!outcome.ok) {
        c.status(422);
        return c.render(<CodeNeededPage change="renew" errors={wrongCode} />);
      }
      return c.render(<BackupCodesPage codes={outcome.value.backupCodes} renewed />);
    })
    .get('/account/second-step/remove', signedIn, (c) =>
      c.render(<CodeNeededPage change="remove" errors={noErrors} />),
    )
    .post('/account/second-step/remove', smallBody, signedIn, async (c) => {
      const code = sentText(await readForm(c), 'code');
      const { secondFactor } = c.var.deps.identity;
      const outcome = await secondFactor.remove(c.var.viewer.person, c.req.raw.headers, code);
      if (!outcome.ok) {
        c.status(422);
        return c.render(<CodeNeededPage change="remove" errors={wrongCode} />);
      }
      setCookies(c, outcome.value.cookies);
      return c.redirect(accountPath('second-step-off'), 303);
    });
}

function pendingSetUp(c: Context<SignedInEnv>): Promise<SetUp | undefined> {
  return c.var.deps.identity.secondFactor.setUpOf(c.var.viewer.person, c.req.raw.headers);
}

async function renderSetUp(c: Context<SignedInEnv>, setUp: SetUp, errors: FormErrors): Promise<Response> {
  const picture = await qrCode(setUp.uri, { type: 'svg', margin: 2, width: 240 });
  return c.render(<SetUpPage picture={picture} secretKey={setUp.key} errors={errors} />);
}
