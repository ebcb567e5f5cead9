import type { Child } from 'hono/jsx';
import { Button, ButtonGroup, ButtonLink } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import { type FormErrors, hasErrors } from './form-errors.ts';
import { Page, type PageProps } from './page.tsx';
import { PageHeading } from './page-heading.tsx';

export interface FormPageProps extends Omit<PageProps, 'refused' | 'width'> {
  /** Where the form is sent. */
  readonly action: string;
  readonly errors: FormErrors;
  /** The words of the button that sends it: "Save and go on". */
  readonly submit: string;
  readonly above?: string | undefined;
  readonly lead?: Child;
  /** A `StepIndicator`, when the form is one step of several. */
  readonly steps?: Child;
  readonly multipart?: boolean | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** The way out without sending. */
  readonly cancel?: { readonly href: string; readonly label: string } | undefined;
  /** More buttons beside the one that sends the form. */
  readonly actions?: Child;
}

/** A page that asks one set of questions. Answer a refused form with status 422 and the values kept. */
export function FormPage(props: FormPageProps) {
  const { errors, action, multipart, hidden, cancel } = props;
  return (
    <Page {...pageProps(props)} refused={hasErrors(errors)} width="prose">
      {props.steps}
      <ErrorSummary errors={errors} />
      <PageHeading heading={props.title} above={props.above} lead={props.lead} />
      <Form action={action} multipart={multipart} hidden={hidden}>
        {props.children}
        <ButtonGroup>
          <Button>{props.submit}</Button>
          {props.actions}
          {cancel ? (
            <ButtonLink href={cancel.href} look="plain">
              {cancel.label}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      </Form>
    </Page>
  );
}

function pageProps({ title, description, breadcrumbs, unlisted }: FormPageProps) {
  return { title, description, breadcrumbs, unlisted };
}
