import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import type { JointGroup } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import { groupsPath, JointFrame, type JointReader } from './joint-frame.tsx';

export type ReasonFor = 'decline' | 'leave' | 'end';

const words = {
  decline: { title: content.declineTitle, text: content.declineText, button: content.declineButton },
  leave: { title: content.leaveTitle, text: content.leaveText, button: content.leaveButton },
  end: { title: content.endTitle, text: content.endText, button: content.endButton },
} as const;

export interface JointReasonPageProps {
  readonly reader: JointReader;
  readonly group: JointGroup;
  readonly does: ReasonFor;
  /** The last part of the address. */
  readonly path: string;
  readonly typed: { readonly reason: string; readonly after: string };
  readonly errors?: FormErrors | undefined;
}

/** Declining, leaving and ending: each with its reason. */
export function JointReasonPage(props: JointReasonPageProps) {
  const { reader, group, does, typed, errors = noErrors } = props;
  const base = `${groupsPath(reader)}/${group.id}`;
  const { title, text, button } = words[does];
  return (
    <JointFrame
      reader={reader}
      title={title}
      lead={text}
      errors={errors}
      above={{ label: group.name, href: base }}
    >
      <Form action={`${base}/${props.path}`}>
        <TextArea
          name="reason"
          label={content.reason}
          hint={does === 'end' ? content.endReasonHint : content.reasonHint}
          value={typed.reason}
          error={errors.reason}
          maxlength={2000}
          required
        />
        {does === 'leave' ? (
          <RadioGroup
            name="after"
            label={content.after}
            value={typed.after}
            error={errors.after}
            choices={[
              { value: 'go-on', label: content.goOn },
              { value: 'end', label: content.endThem },
            ]}
            required
          />
        ) : null}
        <ButtonGroup>
          <Button look="danger">{button}</Button>
          <ButtonLink look="plain" href={base}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointFrame>
  );
}
