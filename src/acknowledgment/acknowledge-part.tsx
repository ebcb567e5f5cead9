import type { CalendarDate } from '../calendar/calendar-date.ts';
import { longDate } from '../calendar/calendar-date.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { acknowledgeContent as content } from './link-content.ts';

export interface AcknowledgePartProps {
  readonly action: string;
  readonly documentHref: string;
  readonly documentName: string;
  readonly agency: string;
  readonly policy: {
    readonly title: string;
    readonly number: string;
    readonly effectiveOn: CalendarDate | undefined;
  };
  readonly person: string;
  readonly typed: { readonly hasRead: boolean; readonly name: string };
  readonly errors: FormErrors;
}

/** The policy to read, the box and the name: the same by a link and with an account. */
export function AcknowledgePart(props: AcknowledgePartProps) {
  const { policy, typed, errors, person } = props;
  return (
    <>
      <SummaryList
        facts={[
          { term: content.policy, detail: policy.title },
          ...(policy.number ? [{ term: content.number, detail: policy.number }] : []),
          ...(policy.effectiveOn ? [{ term: content.effective, detail: longDate(policy.effectiveOn) }] : []),
          { term: content.agency, detail: props.agency },
        ]}
      />
      <Section heading={content.read}>
        <p>
          <a class="usa-link" href={props.documentHref}>
            {content.open(props.documentName)}
          </a>
        </p>
        <p class="om-quiet">{content.readText}</p>
      </Section>
      <Section heading={content.say}>
        <p>{content.forWhom(person)}</p>
        <Form action={props.action}>
          <Checkbox
            name="hasRead"
            label={content.box}
            checked={typed.hasRead}
            error={errors.hasRead}
            required
          />
          <TextField
            name="name"
            label={content.name}
            hint={content.nameHint(person)}
            value={typed.name}
            error={errors.name}
            maxlength={100}
            autocomplete="name"
            required
          />
          <ButtonGroup>
            <Button big>{content.submit}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </>
  );
}
