import type { AgencyPlace } from '../identity/viewer.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { AgreementToRead, GroupEnded } from './group-agreement.tsx';
import {
  isAwaited,
  type JointGroup,
  type JointMember,
  type JointVersion,
  memberStanding,
  type Standing,
} from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import type { TypedWord } from './joint-form.ts';
import { JointFrame } from './joint-frame.tsx';
import type { PairNames } from './joint-waits-content.ts';
import { WordFields } from './joint-word-fields.tsx';
import { PairsThatWait } from './pairs-that-wait.tsx';

export interface MemberPageProps {
  readonly agency: AgencyPlace;
  readonly group: JointGroup;
  readonly version: JointVersion;
  readonly member: JointMember;
  readonly members: readonly { readonly name: string; readonly hasJoined: boolean }[];
  readonly partners: readonly {
    readonly name: string;
    readonly hasConfirmed: boolean;
    readonly partnership: PartnershipId | undefined;
  }[];
  /** Its pairs that have both said yes, and wait. */
  readonly waits: readonly PairNames[];
  readonly mayAnswer: boolean;
  readonly typed: TypedWord;
  readonly done: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** What an agency of the list reads, and its answer: one form. */
export function MemberPage(props: MemberPageProps) {
  const { agency, group, version, member, mayAnswer, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/groups/${group.id}`;
  const standing = memberStanding(member, group);
  const isAsked = group.state.is === 'open' && isAwaited(standing);
  return (
    <JointFrame
      reader={{ side: 'agency', agency }}
      title={isAsked ? content.invites(group.name) : group.name}
      lead={memberLead(standing, group)}
      done={props.done}
      errors={errors}
    >
      <GroupEnded group={group} />
      {group.state.is === 'open' ? <PairsThatWait pairs={props.waits} /> : null}
      {standing === 'asked-again' ? <Alert kind="info">{content.again}</Alert> : null}
      {group.state.is === 'open' && standing === 'agreed' ? <NextOfJoined {...props} /> : null}
      <Section heading={content.agreement}>
        <AgreementToRead version={version} group={group} isOpen={isAsked} />
      </Section>
      <Names {...props} />
      {isAsked && mayAnswer ? (
        <Section heading={content.joinHeading}>
          <p>{content.present.agency}</p>
          <Form action={`${base}/join`} hidden={{ version: String(version.number) }}>
            <WordFields side="agency" typed={props.typed} errors={errors} />
            <ButtonGroup>
              <Button>{member.state === 'joined' ? content.agree : content.join}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      ) : null}
      {mayAnswer && group.state.is === 'open' ? (
        <ButtonGroup>
          {member.state === 'asked' ? (
            <ButtonLink look="plain" href={`${base}/decline`}>
              {content.declineLink}
            </ButtonLink>
          ) : null}
          {member.state === 'joined' ? (
            <ButtonLink look="plain" href={`${base}/leave`}>
              {content.leaveLink}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      ) : null}
    </JointFrame>
  );
}

function memberLead(standing: Standing, { lead }: JointGroup): string {
  const words = content.memberStands;
  if (standing === 'agreed') return words.joined(lead.name);
  if (standing === 'declined' || standing === 'left') return words[standing](lead.name);
  return content.invitedLead(lead.name);
}

/** What comes next for an agency that has joined: it waits for partners, or works with them. */
function NextOfJoined({ agency, partners }: MemberPageProps) {
  const words = content.memberStands;
  const awaited = partners.filter(({ hasConfirmed }) => !hasConfirmed).map(({ name }) => name);
  return (
    <Alert kind="info">
      {awaited.length > 0 ? <p>{words.waitsFor(new Intl.ListFormat('en-US').format(awaited))}</p> : null}
      {awaited.length === 0 ? <p>{words.allConfirmed}</p> : null}
      <a class="usa-link" href={`/workspace/${agency.slug}/partnerships`}>
        {words.toPartnerships}
      </a>
    </Alert>
  );
}

function Names({ agency, partners, members }: MemberPageProps) {
  const joined = members.filter(({ hasJoined }) => hasJoined);
  return (
    <>
      <Section heading={content.withPartners}>
        <ul class="usa-list">
          {partners.map(({ name, hasConfirmed, partnership }) => (
            <li>
              {name}
              {hasConfirmed ? ` (${content.confirmed})` : ''}{' '}
              {partnership ? (
                <a class="usa-link" href={`/workspace/${agency.slug}/partnerships/${partnership}`}>
                  {content.partnership(name)}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={content.withAgencies}>
        {joined.length === 0 ? <p>{content.nobodyYet}</p> : null}
        <ul class="usa-list">
          {joined.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
