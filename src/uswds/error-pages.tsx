import { ButtonGroup, ButtonLink } from './button.tsx';
import { errorPagesContent as content } from './error-pages-content.ts';
import { Page } from './page.tsx';
import { usePageFrame } from './page-frame.tsx';
import { PageHeading } from './page-heading.tsx';
import { Prose } from './section.tsx';

interface ErrorPageProps {
  /** Lets the person and the log speak of the same request. */
  readonly requestId: string;
}

/** 403: known, but not for them. */
export function ForbiddenPage({ requestId }: ErrorPageProps) {
  return <ErrorPage {...content.forbidden} requestId={requestId} />;
}

/**
 * 404: no such page, or none this person may know of. `isSignedIn` where pages belong to somebody: a mailed link may
 * have been opened with another account. Whether there is such a page is not told either way.
 */
export function NotFoundPage({ requestId, isSignedIn }: ErrorPageProps & { readonly isSignedIn?: boolean }) {
  const { signedIn, steps, ...rest } = content.notFound;
  return <ErrorPage {...rest} steps={isSignedIn ? [...signedIn, ...steps] : steps} requestId={requestId} />;
}

/** 400, 413, 415, 422 outside a form of ours; `sentence` says what was wrong with what was sent. */
export function UnprocessablePage({ requestId, sentence }: ErrorPageProps & { readonly sentence?: string }) {
  const { what, ...rest } = content.unprocessable;
  return <ErrorPage {...rest} what={sentence ?? what} requestId={requestId} />;
}

/** 429: `seconds` until the next try is taken. */
export function TooManyRequestsPage({ requestId, seconds }: ErrorPageProps & { readonly seconds?: number }) {
  const { steps, ...rest } = content.tooManyRequests;
  const [wait, ...others] = steps;
  const first = seconds === undefined ? wait : content.waitSeconds(seconds);
  return <ErrorPage {...rest} steps={[first, ...others]} requestId={requestId} />;
}

/** 500: our fault. */
export function ServerErrorPage({ requestId }: ErrorPageProps) {
  return <ErrorPage {...content.serverError} requestId={requestId} />;
}

/** 503: the database is away; nothing was saved. */
export function UnavailablePage({ requestId }: ErrorPageProps) {
  return <ErrorPage {...content.unavailable} requestId={requestId} />;
}

interface ErrorPageWords extends ErrorPageProps {
  readonly title: string;
  readonly what: string;
  readonly steps: readonly string[];
}

function ErrorPage({ title, what, steps, requestId }: ErrorPageWords) {
  const { contactEmail } = usePageFrame().site;
  return (
    <Page title={title} width="prose" unlisted>
      <PageHeading heading={title} lead={what} />
      <Prose>
        <h2>{content.whatNow}</h2>
        <ul>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        <p>
          {content.contact} <a href={`mailto:${contactEmail}`}>{contactEmail}</a> {content.tell}{' '}
          <code>{requestId}</code>
        </p>
      </Prose>
      <ButtonGroup>
        <ButtonLink href="/">{content.home}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
