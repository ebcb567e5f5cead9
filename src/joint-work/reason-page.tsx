import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { jointContent } from './joint-content.ts';
import { JointPage, type JointPageProps } from './joint-page.tsx';

export interface JointReasonPageProps extends Pick<JointPageProps, 'place' | 'section' | 'trail'> {
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly reason: string;
    readonly submit: string;
  };
  readonly action: string;
  readonly back: string;
  readonly revision: number;
  readonly reason: string;
  readonly errors?: FormErrors | undefined;
}

/** The reason of a person whom somebody else was ahead of: it was not taken, and must not be lost. */
export function TypedReason({ reason }: { readonly reason: string | undefined }) {
  return reason ? (
    <Alert kind="warning" heading={jointContent.typedReason}>
      <p class="om-written">{reason}</p>
    </Alert>
  ) : null;
}

/** Asks for the reason before something is cancelled or dropped. */
export function JointReasonPage(props: JointReasonPageProps) {
  const { place, section, trail, words, errors = noErrors } = props;
  return (
    <JointPage
      place={place}
      section={section}
      title={words.title}
      lead={words.text}
      trail={trail}
      errors={errors}
    >
      <Form action={props.action} hidden={{ revision: String(props.revision) }}>
        <TextArea
          name="reason"
          label={words.reason}
          value={props.reason}
          error={errors.reason}
          rows={3}
          maxlength={1000}
          required
        />
        <ButtonGroup>
          <Button look="danger">{words.submit}</Button>
          <ButtonLink look="plain" href={props.back}>
            {jointContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointPage>
  );
}
