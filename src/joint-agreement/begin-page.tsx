import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { groupKinds } from './joint-agreement.ts';
import { jointContent as content, kindLabels } from './joint-content.ts';
import { groupsPath, JointFrame, type JointReader } from './joint-frame.tsx';

export interface BeginPageProps {
  readonly reader: JointReader;
  readonly typed: { readonly name: string; readonly kind: string; readonly leadAgency: string };
  readonly errors?: FormErrors | undefined;
}

/** Begins a group; the campaign says which agency leads it. */
export function BeginPage({ reader, typed, errors = noErrors }: BeginPageProps) {
  return (
    <JointFrame reader={reader} title={content.newTitle} lead={content.newLead} errors={errors}>
      <Form action={`${groupsPath(reader)}/new`}>
        <TextField
          name="name"
          label={content.name}
          hint={content.nameHint}
          value={typed.name}
          error={errors.name}
          maxlength={200}
          required
        />
        <RadioGroup
          name="kind"
          label={content.kind}
          value={typed.kind}
          error={errors.kind}
          choices={groupKinds.map((value) => ({ value, label: kindLabels[value] }))}
          required
        />
        {reader.side === 'campaign' ? (
          <TextField
            name="leadAgency"
            label={content.leadAgency}
            hint={content.leadAgencyHint}
            value={typed.leadAgency}
            error={errors.leadAgency}
            maxlength={200}
            required
          />
        ) : null}
        <ButtonGroup>
          <Button>{content.beginButton}</Button>
        </ButtonGroup>
      </Form>
    </JointFrame>
  );
}
