import type { PartnerPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { AgreementToRead, GroupEnded } from './group-agreement.tsx';
import {
  isAwaited,
  type JointGroup,
  type JointPartner,
  type JointVersion,
  partnerStanding,
} from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import type { TypedWord } from './joint-form.ts';
import { JointFrame } from './joint-frame.tsx';
import type { PairNames } from './joint-waits-content.ts';
import { WordFields } from './joint-word-fields.tsx';
import { PairsThatWait } from './pairs-that-wait.tsx';

export interface PartnerGroupPageProps {
  readonly partner: PartnerPlace;
  readonly group: JointGroup;
  readonly version: JointVersion;
  readonly answer: JointPartner;
  readonly members: readonly { readonly name: string; readonly hasJoined: boolean }[];
  /** How many partnerships of this version the organization has by now. */
  readonly partnerships: number;
  /** Its pairs that have both said yes, and wait. */
  readonly waits: readonly PairNames[];
  readonly typed: TypedWord;
  readonly done: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** What a partner reads: the agreement and the list; and its one confirmation for all of them. */
export function PartnerGroupPage(props: PartnerGroupPageProps) {
  const { partner, group, version, answer, members, errors = noErrors } = props;
  const base = `/partner/${partner.id}/groups/${group.id}`;
  const joined = members.filter(({ hasJoined }) => hasJoined);
  const listed = members.filter(({ hasJoined }) => !hasJoined);
  const standing = partnerStanding(answer, group);
  const more = standing === 'agreed' ? joined.length - props.partnerships - props.waits.length : 0;
  const isAsked = group.state.is === 'open' && (isAwaited(standing) || more > 0 || props.waits.length > 0);
  const isOpen = group.state.is === 'open';
  return (
    <JointFrame
      reader={{ side: 'partner', partner }}
      title={isAsked ? content.partnerTitle(group.name) : group.name}
      lead={content.partnerLead(group.lead.name)}
      done={props.done}
      errors={errors}
    >
      <GroupEnded group={group} />
      {isOpen ? <PairsThatWait pairs={props.waits} /> : null}
      {standing === 'asked-again' ? <Alert kind="info">{content.again}</Alert> : null}
      {isOpen && more > 0 ? <Alert kind="info">{content.newlyJoined(more)}</Alert> : null}
      <Section heading={content.agreement}>
        <AgreementToRead version={version} group={group} isOpen={isAsked} />
      </Section>
      <NameList heading={content.withAgencies} names={joined} />
      {listed.length > 0 ? <NameList heading={content.onTheList} names={listed} /> : null}
      {isAsked ? <ConfirmSection {...props} base={base} /> : null}
      {isOpen && (answer.state === 'asked' || answer.state === 'confirmed') ? (
        <ButtonGroup>
          <ButtonLink look="plain" href={`${base}/refuse`}>
            {answer.state === 'asked' ? content.refuseLink : content.partnerLeaveLink}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </JointFrame>
  );
}

function NameList({ heading, names }: { heading: string; names: readonly { readonly name: string }[] }) {
  return (
    <Section heading={heading}>
      {names.length === 0 ? <p>{content.nobodyYet}</p> : null}
      <ul class="usa-list">
        {names.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
    </Section>
  );
}

function ConfirmSection(props: PartnerGroupPageProps & { readonly base: string }) {
  const { typed, version, base, errors = noErrors } = props;
  return (
    <Section heading={content.confirmHeading}>
      <p>{content.present.partner}</p>
      <Form action={`${base}/confirm`} hidden={{ version: String(version.number) }}>
        <WordFields side="partner" typed={typed} errors={errors} />
        <RadioGroup
          name="later"
          label={content.later}
          value={typed.later}
          error={errors.later}
          choices={[
            { value: 'yes', label: content.laterYes },
            { value: 'no', label: content.laterNo },
          ]}
          required
        />
        <Checkbox name="naming" label={content.naming} checked={typed.naming} />
        <ButtonGroup>
          <Button>{content.confirm}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  );
}
