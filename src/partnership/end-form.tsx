import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { endContent as content } from './partnership-detail-content.ts';

export interface EndFormProps {
  readonly action: string;
  /** What was shown, to be sent back with the answer. */
  readonly revision: number;
  readonly reason: string;
  readonly text: string;
  readonly submit: string;
  /** Where "go back" leads. */
  readonly back: string;
  readonly errors?: FormErrors | undefined;
}

/** The reason for which a side ends, takes back or declines. */
export function EndForm(props: EndFormProps) {
  const { errors = noErrors } = props;
  return (
    <>
      <p>{props.text}</p>
      <Form action={props.action} hidden={{ revision: String(props.revision) }}>
        <TextArea
          name="reason"
          label={content.reason}
          hint={content.reasonHint}
          value={props.reason}
          error={errors.reason}
          maxlength={2000}
          required
        />
        <ButtonGroup>
          <Button look="danger">{props.submit}</Button>
          <ButtonLink look="plain" href={props.back}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
