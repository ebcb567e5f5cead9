import type { AgencyMember } from '../identity/membership.ts';
import { agencyRoleWords } from '../identity/role-content.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { type PassedRole, passedRoles } from './hand-over.ts';
import { teamContent as content } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';
import { TeamFrame } from './team-frame.tsx';

export interface InvitePageProps {
  readonly desk: TeamDesk;
  readonly typed: { readonly email: string; readonly role: string };
  readonly errors: FormErrors;
}

export function InvitePage({ desk, typed, errors }: InvitePageProps) {
  const words = content.invite;
  return (
    <TeamFrame desk={desk} title={words.title} lead={words.lead} errors={errors} isBeneath>
      <Form action={`${desk.base}/invite`}>
        <TextField
          name="email"
          type="email"
          label={words.email}
          value={typed.email}
          error={errors.email}
          maxlength={254}
          required
        />
        <RadioGroup
          name="role"
          label={words.role}
          value={typed.role}
          error={errors.role}
          choices={(['training-officer', 'staff'] as const).map((role) => ({
            value: role,
            label: agencyRoleWords[role].label,
            description: agencyRoleWords[role].does,
          }))}
          required
        />
        <FormButtons desk={desk} submit={words.submit} />
      </Form>
    </TeamFrame>
  );
}

export interface HandOverPageProps {
  readonly desk: TeamDesk;
  readonly role: PassedRole;
  /** Who holds the role now. */
  readonly holder: AgencyMember | undefined;
  readonly typed: { readonly email: string; readonly reason: string };
  readonly errors: FormErrors;
}

export function HandOverPage({ desk, role, holder, typed, errors }: HandOverPageProps) {
  const words = content.handOver;
  return (
    <TeamFrame
      desk={desk}
      title={words.title[role]}
      lead={words.lead(desk.giver, role, holder && (holder.name || holder.email))}
      errors={errors}
      isBeneath
    >
      <Form action={`${desk.base}/hand-over/${role}`}>
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={typed.email}
          error={errors.email}
          maxlength={254}
          required
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          error={errors.reason}
          rows={3}
          maxlength={1000}
          required
        />
        <FormButtons desk={desk} submit={words.submit} />
      </Form>
    </TeamFrame>
  );
}

/** Asks once more before a role ends. */
export function EndRolePage({ desk, member }: { desk: TeamDesk; member: AgencyMember }) {
  const words = content.end;
  const role = agencyRoleWords[member.role].inSentence;
  return (
    <TeamFrame desk={desk} title={words.title} lead={words.text(member.name || member.email, role)} isBeneath>
      {passedRoles.some((passed) => passed === member.role) ? <p>{words.handOver}</p> : null}
      <Form action={`${desk.base}/members/${member.id}/end`}>
        <ButtonGroup>
          <Button look="danger">{words.submit}</Button>
          <ButtonLink href={desk.base} look="plain">
            {words.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </TeamFrame>
  );
}

function FormButtons({ desk, submit }: { desk: TeamDesk; submit: string }) {
  return (
    <ButtonGroup>
      <Button>{submit}</Button>
      <ButtonLink href={desk.base} look="plain">
        {content.cancel}
      </ButtonLink>
    </ButtonGroup>
  );
}
