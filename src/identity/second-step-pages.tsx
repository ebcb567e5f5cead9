import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { FormPage } from '../uswds/form-page.tsx';
import { Page } from '../uswds/page.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { secondStepContent } from './second-step-content.ts';

/** Between the emailed link and a session that counts. */
export function SecondStepPage({
  next,
  errors,
}: {
  readonly next: string | undefined;
  readonly errors: FormErrors;
}) {
  const content = secondStepContent.signIn;
  const { contactEmail } = usePageFrame().site;
  return (
    <FormPage
      title={content.title}
      lead={content.lead}
      action="/sign-in/second-step"
      errors={errors}
      submit={content.submit}
      hidden={next ? { next } : {}}
      unlisted
    >
      <CodeField
        label={content.code}
        hint={
          <>
            {content.codeHint} {content.lost} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </>
        }
        errors={errors}
      />
    </FormPage>
  );
}

export interface SetUpPageProps {
  /** The key as a picture: an SVG element. */
  readonly picture: string;
  readonly secretKey: string;
  readonly errors: FormErrors;
}

export function SetUpPage({ picture, secretKey, errors }: SetUpPageProps) {
  const content = secondStepContent.setUp;
  return (
    <FormPage
      title={content.title}
      lead={content.lead}
      action="/account/second-step/set-up"
      errors={errors}
      submit={content.submit}
      cancel={{ href: '/account', label: content.cancel }}
      unlisted
    >
      <ProcessList
        level={2}
        steps={[
          {
            heading: content.steps.scan,
            text: (
              <span class="om-qr" role="img" aria-label={content.picture}>
                {raw(picture)}
              </span>
            ),
          },
          { heading: content.steps.type, text: <code class="om-code">{inFours(secretKey)}</code> },
          {
            heading: content.steps.confirm,
            text: 'It changes every 30 seconds.',
          },
        ]}
      />
      <CodeField label={content.code} errors={errors} />
    </FormPage>
  );
}

/** Shown once, right after they were made. */
export function BackupCodesPage({
  codes,
  renewed,
}: {
  readonly codes: readonly string[];
  readonly renewed: boolean;
}) {
  const content = secondStepContent.backup;
  return (
    <Page title={content.title} width="prose" unlisted>
      <SuccessNotice>{renewed ? content.renewed : content.on}</SuccessNotice>
      <PageHeading heading={content.title} lead={content.text} />
      <ul class="om-codes">
        {codes.map((code) => (
          <li>
            <code class="om-code">{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink href="/account">{content.button}</ButtonLink>
    </Page>
  );
}

/** Asks for a code before the second factor is changed. */
export function CodeNeededPage({
  change,
  errors,
}: {
  readonly change: 'remove' | 'renew';
  readonly errors: FormErrors;
}) {
  const content = secondStepContent[change];
  return (
    <FormPage
      title={content.title}
      lead={content.lead}
      action={change === 'remove' ? '/account/second-step/remove' : '/account/second-step/backup-codes'}
      errors={errors}
      submit={content.submit}
      cancel={{ href: '/account', label: content.cancel }}
      unlisted
    >
      <CodeField label={content.code} errors={errors} />
    </FormPage>
  );
}

/** What was typed is not shown again: a code is good once. */
function CodeField(props: { readonly label: string; readonly hint?: Child; readonly errors: FormErrors }) {
  return (
    <TextField
      name="code"
      label={props.label}
      hint={props.hint}
      error={props.errors.code}
      autocomplete="one-time-code"
      width="md"
      maxlength={40}
      spellcheck={false}
      required
    />
  );
}

function inFours(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}
