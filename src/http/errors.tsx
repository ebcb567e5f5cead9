import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isDatabaseAway } from '../database/database-away.ts';
import {
  ForbiddenPage,
  NotFoundPage,
  ServerErrorPage,
  TooManyRequestsPage,
  UnavailablePage,
  UnprocessablePage,
} from '../uswds/error-pages.tsx';
import type { AppEnv } from './environment.ts';
import { Forbidden, NotFound, SignInNeeded, TooManyAttempts, UnusableRequest } from './refused-request.ts';
import { answerSignInNeeded } from './signed-out.tsx';

export function answerNotFound(c: Context<AppEnv>): Response | Promise<Response> {
  c.status(404);
  const { viewer, requestId } = c.var;
  return c.render(
    <NotFoundPage requestId={requestId} isSignedIn={viewer !== undefined && isPrivate(c.req.path)} />,
  );
}

/** Addresses of pages that belong to somebody, which mail leads to. */
function isPrivate(path: string): boolean {
  return /^\/(workspace|partner|campaign)\//.test(path);
}

/** The one place where a thrown refusal or fault becomes a page a person can understand. */
export function answerError(error: Error, c: Context<AppEnv>): Response | Promise<Response> {
  const requestId = c.var.requestId;
  if (error instanceof SignInNeeded) return answerSignInNeeded(c);
  if (error instanceof NotFound) return answerNotFound(c);
  if (error instanceof Forbidden) {
    c.status(403);
    return c.render(<ForbiddenPage requestId={requestId} />);
  }
  if (error instanceof TooManyAttempts) {
    c.status(429);
    c.header('retry-after', String(error.seconds));
    return c.render(<TooManyRequestsPage requestId={requestId} seconds={error.seconds} />);
  }
  if (error instanceof UnusableRequest) {
    c.status(error.status);
    // Of what is too long the rest isn't read, so nothing else can come over this connection.
    if (error.status === 413) c.header('connection', 'close');
    return c.render(<UnprocessablePage requestId={requestId} sentence={error.sentence} />);
  }
  if (error instanceof HTTPException && error.status < 500) return answerRefusedByFramework(error, c);
  return answerFault(error, c);
}

/** Hono itself refuses foreign forms, with 403, and little else. */
function answerRefusedByFramework(error: HTTPException, c: Context<AppEnv>): Response | Promise<Response> {
  c.status(error.status);
  const sentence = error.status === 403 ? { sentence: foreignForm } : {};
  return c.render(<UnprocessablePage requestId={c.var.requestId} {...sentence} />);
}

const foreignForm =
  'This form was not sent from our own page, so nothing was changed. Open the page here and send the form again.';

function answerFault(error: Error, c: Context<AppEnv>): Response | Promise<Response> {
  const { log } = c.var.deps;
  const requestId = c.var.requestId;
  if (isDatabaseAway(error)) {
    log.warn({ requestId, err: error }, 'database away');
    c.status(503);
    c.header('retry-after', '30');
    return c.render(<UnavailablePage requestId={requestId} />);
  }
  log.error({ requestId, err: error }, 'request failed');
  c.status(500);
  return c.render(<ServerErrorPage requestId={requestId} />);
}
