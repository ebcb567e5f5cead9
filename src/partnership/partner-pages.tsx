import type { AgreementVersion } from '../agreement/agreement-version.ts';
import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { type NamedGroup, UnderGroup } from '../joint-agreement/under-group.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import type { AskedOfPartner } from './asked-of-partner.ts';
import { DueAlert } from './due-alert.tsx';
import { EndForm } from './end-form.tsx';
import { GoesOnAlert } from './goes-on-alert.tsx';
import { partnerContent as content } from './partner-answer-content.ts';
import { ConfirmSection, lacksAgreement, NoAgreementAlert } from './partner-confirm-section.tsx';
import { PartnerPage } from './partner-page.tsx';
import type { Partnership, PartnershipId } from './partnership.ts';
import { enderName } from './partnership-content.ts';
import { detailContent, endContent } from './partnership-detail-content.ts';
import { PartnershipFactsList, PartnershipTag } from './partnership-facts.tsx';
import { PartnershipNav } from './partnership-nav.tsx';
import type { PartnershipOnDay } from './partnership-on-day.ts';
import { DoneNotice, InTalksAlert, Words } from './partnership-page.tsx';
import { TermGapAlert } from './term-gap-alert.tsx';

export interface PartnersPartnershipPageProps {
  readonly partner: PartnerPlace;
  readonly partnership: PartnershipOnDay;
  /** The group that the partnership stands under, if any. */
  readonly group: NamedGroup | undefined;
  /** The partnership with the same agency that goes on, where this one is over. */
  readonly goesOnIn: PartnershipId | undefined;
  readonly today: CalendarDate;
  /** What the partner is asked to confirm, while something waits for it. */
  readonly asked: AskedOfPartner;
  /** The version before the partner, if one is. */
  readonly waiting: AgreementVersion | undefined;
  /** The reader's name, to fill in where they sign. */
  readonly name: string;
  readonly notice: string | undefined;
  readonly typed?: { readonly name: string; readonly title: string; readonly naming: boolean } | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One partnership, for the people who speak for the partner: read it, then answer. */
export function PartnersPartnershipPage(props: PartnersPartnershipPageProps) {
  const { partner, partnership, group, today, notice, errors } = props;
  const { state, agency } = partnership;
  const base = `/partner/${partner.id}/partnerships/${partnership.id}`;
  return (
    <PartnerPage
      partner={partner}
      title={content.title(agency.name)}
      status={<PartnershipTag partnership={partnership} today={today} side="partner" />}
      notice={<DoneNotice code={notice} />}
      errors={errors}
    >
      <PartnershipNav base={base} current="overview" />
      <UnderGroup group={group} groups={`/partner/${partner.id}/groups`} />
      <AnsweredAlert partnership={partnership} />
      <GoesOnAlert
        other={agency.name}
        href={props.goesOnIn && `/partner/${partner.id}/partnerships/${props.goesOnIn}`}
      />
      {state.is === 'proposed' && !partnership.waitingFor ? (
        <InTalksAlert side="partner" other={agency.name} base={base} />
      ) : null}
      {lacksAgreement(props) ? <NoAgreementAlert partnership={partnership} base={base} /> : null}
      <DueAlert {...{ partnership, today, base }} side="partner" mayChange />
      <TermGapAlert partnership={partnership} today={today} base={base} mayChange />
      <Section heading={detailContent.facts}>
        <PartnershipFactsList partnership={partnership} agreementHref={`${base}/agreement`} />
      </Section>
      {partnership.waitingFor === 'partner' ? <ConfirmSection {...props} base={base} /> : null}
      {state.is === 'active' ? (
        <>
          <NamingSection partnership={partnership} base={base} />
          <ButtonGroup>
            <ButtonLink look="outline" href={`${base}/end`}>
              {detailContent.end}
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
    </PartnerPage>
  );
}

function AnsweredAlert({ partnership: { state, agency, partner } }: { partnership: Partnership }) {
  if (state.is !== 'declined' && state.is !== 'ended') return null;
  const day = longDate(dayIn(agency.timeZone, state.at));
  const [heading, on] =
    state.is === 'declined'
      ? [detailContent.declined.heading(partner.name), detailContent.declined.on(day)]
      : [detailContent.ended.heading(enderName(state.by, { agency, partner })), detailContent.ended.on(day)];
  return (
    <Alert kind="info" heading={heading}>
      <Words on={on} words={state.reason} />
    </Alert>
  );
}

function NamingSection({ partnership, base }: { partnership: Partnership; base: string }) {
  const { isNamedInPublic, revision } = partnership;
  const words = content.naming;
  return (
    <Section heading={words.heading}>
      <p>{isNamedInPublic ? words.yes : words.no}</p>
      <Form
        action={`${base}/naming`}
        hidden={{ revision: String(revision), naming: isNamedInPublic ? '' : 'yes' }}
      >
        <ButtonGroup>
          <Button look="outline">{isNamedInPublic ? words.forbid : words.allow}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  );
}

export interface ReasonPageProps {
  readonly partner: PartnerPlace;
  readonly partnership: Partnership;
  readonly does: 'decline' | 'end';
  /** What is declined. */
  readonly asked: AskedOfPartner;
  readonly reason: string;
  readonly errors?: FormErrors | undefined;
}

/** Declines a proposal or ends a partnership, with a reason for the agency. */
export function ReasonPage({ partner, partnership, does, asked, reason, errors }: ReasonPageProps) {
  const { agency, id, revision } = partnership;
  const base = `/partner/${partner.id}/partnerships/${id}`;
  const isDecline = does === 'decline';
  return (
    <PartnerPage
      partner={partner}
      title={isDecline ? content.decline.title[asked] : endContent.title}
      lead={agency.name}
      errors={errors}
      trail={[{ label: content.title(agency.name), href: base }]}
    >
      <EndForm
        action={`${base}/${does}`}
        revision={revision}
        reason={reason}
        text={isDecline ? content.decline.text[asked](agency.name) : endContent.text(agency.name)}
        submit={isDecline ? content.decline.submit : endContent.submit}
        back={base}
        errors={errors}
      />
    </PartnerPage>
  );
}
