import type { Context } from 'hono';
import { Alert } from '../uswds/alert.tsx';
import { Button } from '../uswds/button.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import type { AppEnv } from './environment.ts';
import { type FormFields, readForm, smallBody } from './form.ts';
import { UnusableRequest } from './refused-request.ts';
import { signedOutContent } from './signed-out-content.ts';

/** Somebody who isn't signed in asked for a page that needs it: a page waits behind sign-in, a form is handed back. */
export async function answerSignInNeeded(c: Context<AppEnv>): Promise<Response> {
  const url = new URL(c.req.url);
  const here = url.pathname + url.search;
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    return c.redirect(`/sign-in?next=${encodeURIComponent(here)}`, 303);
  }
  const fields = await keptFields(c);
  c.status(401);
  return c.render(<SignedOutPage action={here} fields={fields} />);
}

/** What the form held, to be sent again after sign-in; files can't be handed back to a browser. */
async function keptFields(c: Context<AppEnv>): Promise<FormFields | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  let fields: FormFields | undefined;
  try {
    await smallBody(c, async () => {
      fields = await readForm(c);
    });
  } catch (error) {
    if (!(error instanceof UnusableRequest)) throw error;
  }
  return fields;
}

/** The answers travel in the page itself: nothing of a stranger's is stored, and no script is needed. */
function SignedOutPage({ action, fields }: { action: string; fields: FormFields | undefined }) {
  const content = signedOutContent;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} />
      {fields ? (
        <>
          <Alert kind="info" heading={content.keptHeading}>
            {content.kept}
          </Alert>
          <ProcessList
            steps={[
              {
                heading: content.signIn.heading,
                text: (
                  <a href="/sign-in" target="_blank" rel="noopener">
                    {content.signIn.link}
                  </a>
                ),
              },
              { heading: content.sendAgain.heading, text: content.sendAgain.text },
            ]}
            level={2}
          />
          <ResendForm action={action} fields={fields} />
        </>
      ) : (
        <Alert kind="warning" heading={content.filesHeading}>
          {content.files}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(withoutQuery(action))}`}>{content.signIn.plainLink}</a>
        </Alert>
      )}
    </Page>
  );
}

function ResendForm({ action, fields }: { action: string; fields: FormFields }) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((text) => <input type="hidden" name={name} value={text} />),
      )}
      <Button>{signedOutContent.sendAgain.button}</Button>
    </form>
  );
}

function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
