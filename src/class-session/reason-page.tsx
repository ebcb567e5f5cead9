import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { classContent } from './class-content.ts';
import { ClassFrame, classPath } from './class-frame.tsx';
import type { ClassSession } from './class-session.ts';

export interface ReasonPageProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly act: 'cancel' | 'reopen';
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly submit: string;
  };
  readonly reason: string;
  readonly errors?: FormErrors;
}

/** Asks for the reason before a class is cancelled or opened again. */
export function ReasonPage({ agency, session, act, words, reason, errors = noErrors }: ReasonPageProps) {
  const here = classPath(agency, session);
  return (
    <ClassFrame agency={agency} session={session} title={words.title} lead={words.lead} errors={errors}>
      <Form action={`${here}/${act}`}>
        <TextField name="reason" label={words.label} value={reason} error={errors.reason} required />
        <ButtonGroup>
          <Button look="danger">{words.submit}</Button>
          <ButtonLink look="plain" href={here}>
            {classContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </ClassFrame>
  );
}
