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
  listShown,
  type MemberName,
  partnerStanding,
  type Standing,
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
  readonly members: readonly MemberName[];
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
  const isOpen = group.state.is === 'open';
  const isAgain = members.some(({ awaitsPartner }) => awaitsPartner);
  const isAsked = isOpen && (isAwaited(standing) || isAgain);
  return (
    <JointFrame
      reader={{ side: 'partner', partner }}
      title={isAsked ? content.partnerTitle(group.name) : group.name}
      lead={partnerLead(isAsked, standing, group)}
      done={props.done}
      errors={errors}
    >
      <GroupEnded group={group} />
      {isOpen ? <PairsThatWait pairs={props.waits} /> : null}
      {standing === 'asked-again' ? <Alert kind="info">{content.again}</Alert> : null}
      {isOpen ? <AskedAgain members={members} waits={props.waits} /> : null}
      {isOpen && standing === 'agreed' && !isAsked ? (
        <Alert kind="info">
          <p>{content.partnerStands.next}</p>
          <a class="usa-link" href={`/partner/${partner.id}`}>
            {content.partnerStands.toHome}
          </a>
        </Alert>
      ) : null}
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

function partnerLead(isAsked: boolean, standing: Standing, { lead }: JointGroup): string {
  const words = content.partnerStands;
  if (!isAsked && standing === 'agreed') return words.confirmed(lead.name);
  if (standing === 'declined' || standing === 'left') return words[standing](lead.name);
  return content.partnerLead(lead.name);
}

/** Agencies that the partner's word does not hold for: they joined, or were listed, after it. */
function AskedAgain({ members, waits }: Pick<PartnerGroupPageProps, 'members' | 'waits'>) {
  // Those have an explanation of their own.
  const explained = waits.map(({ agencyName }) => agencyName);
  const awaiting = members.filter(({ awaitsPartner, name }) => awaitsPartner && !explained.includes(name));
  const named = (hasJoined: boolean) =>
    awaiting.filter((member) => member.hasJoined === hasJoined).map(({ name }) => name);
  const [joined, listed] = [named(true), named(false)];
  if (awaiting.length === 0) return null;
  return (
    <Alert kind="info">
      {joined.length > 0 ? <p>{content.newlyJoined(nameList.format(joined))}</p> : null}
      {listed.length > 0 ? <p>{content.newlyListed(nameList.format(listed))}</p> : null}
    </Alert>
  );
}

const nameList = new Intl.ListFormat('en-US');

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
  const { typed, version, members, base, errors = noErrors } = props;
  return (
    <Section heading={content.confirmHeading}>
      <p>{content.present.partner}</p>
      <Form action={`${base}/confirm`} hidden={{ version: String(version.number), list: listShown(members) }}>
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
