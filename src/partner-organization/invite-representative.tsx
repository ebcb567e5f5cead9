import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { representativeContent } from './representative-content.ts';
import type { TypedInvitation } from './representative-form.ts';

export interface InviteRepresentativeProps {
  readonly action: string;
  readonly typed?: TypedInvitation | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Asks for the address of somebody who shall speak for an organization. */
export function InviteRepresentative({ action, typed, errors = noErrors }: InviteRepresentativeProps) {
  const { invite } = representativeContent;
  return (
    <Form action={action}>
      <TextField
        name="name"
        label={invite.name}
        value={typed?.name}
        error={errors.name}
        autocomplete="off"
        maxlength={100}
      />
      <TextField
        name="email"
        type="email"
        label={invite.email}
        hint={invite.emailHint}
        value={typed?.email}
        error={errors.email}
        autocomplete="off"
        spellcheck={false}
        required
      />
      <ButtonGroup>
        <Button>{invite.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
