import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { FormPage } from '../uswds/form-page.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { withNext } from './same-site-path.ts';
import { signInContent } from './sign-in-content.ts';

interface AskedFor {
  /** The page to go on to. */
  readonly next: string | undefined;
}

export function SignInPage(props: AskedFor & { readonly email: string; readonly errors: FormErrors }) {
  const { next, email, errors } = props;
  const content = signInContent.signIn;
  return (
    <Page title={content.title} refused={hasErrors(errors)} width="prose">
      <ErrorSummary errors={errors} />
      <PageHeading heading={content.title} lead={content.lead} />
      <Form action="/sign-in" hidden={next ? { next } : {}}>
        <TextField
          name="email"
          label={content.email}
          hint={content.emailHint}
          type="email"
          autocomplete="username webauthn"
          value={email}
          error={errors.email}
          required
          spellcheck={false}
          maxlength={254}
        />
        <ButtonGroup>
          <Button>{content.submit}</Button>
        </ButtonGroup>
      </Form>
      <PasskeySignIn next={next} />
    </Page>
  );
}

/** The button is brought to life by the browser module; without scripts the page says why there is none. */
function PasskeySignIn({ next }: AskedFor) {
  const content = signInContent.passkey;
  return (
    <Section heading={content.heading}>
      <p>{content.text}</p>
      <div
        data-passkey-sign-in
        data-next={next ?? ''}
        data-unsupported={content.unsupported}
        data-failed={content.failed}
        hidden
      >
        <button class="usa-button usa-button--outline" type="button">
          {content.button}
        </button>
      </div>
      <p role="alert" data-passkey-message />
      <noscript>
        <p>{content.needsScript}</p>
      </noscript>
    </Section>
  );
}

export function CheckEmailPage({ next, development }: AskedFor & { readonly development: boolean }) {
  const content = signInContent.checkEmail;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} lead={content.lead} />
      {development ? (
        <Alert kind="info" slim>
          {content.outbox} <a href="/dev/outbox">{content.outboxLink}</a>.
        </Alert>
      ) : null}
      <ProcessList steps={content.steps} level={2} />
      <p>
        {content.again} <a href={withNext('/sign-in', next)}>{content.againLink}</a>
      </p>
    </Page>
  );
}

/** One button, because mail scanners open links but don't press buttons. */
export function UseLinkPage({
  token,
  email,
  next,
}: AskedFor & { readonly token: string; readonly email: string }) {
  const content = signInContent.link;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} lead={content.lead(email)} />
      <Form action={`/sign-in/link/${token}`} hidden={next ? { next } : {}}>
        <Button big>{content.submit}</Button>
      </Form>
    </Page>
  );
}

export function LinkGonePage({ next }: AskedFor) {
  const content = signInContent.linkGone;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} lead={content.text} />
      <p>{content.next}</p>
      <ButtonLink href={withNext('/sign-in', next)}>{content.button}</ButtonLink>
    </Page>
  );
}

export function NamePage(props: AskedFor & { readonly name: string; readonly errors: FormErrors }) {
  const { next, name, errors } = props;
  const content = signInContent.name;
  return (
    <FormPage
      title={content.title}
      lead={content.lead}
      action="/sign-in/name"
      errors={errors}
      submit={content.submit}
      hidden={next ? { next } : {}}
      unlisted
    >
      <TextField
        name="name"
        label={content.name}
        hint={content.nameHint}
        autocomplete="name"
        value={name}
        error={errors.name}
        required
        spellcheck={false}
      />
    </FormPage>
  );
}

export function SignedOutPage() {
  const content = signInContent.signedOut;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} lead={content.text} />
      <ButtonLink href="/sign-in">{content.button}</ButtonLink>
    </Page>
  );
}
