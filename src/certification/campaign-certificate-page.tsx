import type { Child } from 'hono/jsx';
import type { Agency } from '../agency/agency.ts';
import { addDays, type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { PersonId } from '../database/acting.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { ReasonForm } from '../uswds/reason-form.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { campaignCertificateContent as content } from './campaign-certificate-content.ts';
import type { Certificate } from './certificate.ts';
import {
  type Announcement,
  type CertificateEvent,
  measuresFor,
  openAnnouncement,
  standingAfter,
  wasHeard,
  whyNotToDecide,
} from './certificate-standing.ts';
import type { CheckIn } from './check-in.ts';
import { CheckInTable } from './check-in-table.tsx';
import { measureWords } from './standing-content.ts';
import { CertificateHistory, StandingAlert, StandingTag } from './standing-parts.tsx';

export interface CampaignCertificatePageProps {
  readonly roles: readonly CampaignRole[];
  readonly agency: Agency;
  readonly certificate: Certificate;
  readonly events: readonly CertificateEvent[];
  readonly checkIns: readonly CheckIn[];
  readonly answerDays: number;
  /** True when the viewer has a tie to the agency: then they only look. */
  readonly isTied: boolean;
  readonly viewer: PersonId;
  /** Today where the agency is. */
  readonly today: CalendarDate;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors | undefined;
  readonly notice: string | undefined;
}

/** A certificate as the campaign sees it: what it says, what became of it, and what can be done about it. */
export function CampaignCertificatePage(props: CampaignCertificatePageProps) {
  const { agency, certificate, events, notice } = props;
  const { validUntil } = certificate;
  const standing = standingAfter(events);
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/certificates"
      title={certificate.number}
      above={agency.name}
      status={<StandingTag standing={standing} />}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      errors={props.errors}
      trail={[{ label: content.section, href: '/campaign/certificates' }]}
      actions={
        <ButtonLink href={`/verify/${certificate.number}`} look="outline">
          {content.publicPage}
        </ButtonLink>
      }
    >
      <StandingAlert standing={standing} />
      <Section heading={content.facts}>
        <SummaryList
          facts={[
            { term: content.agency, detail: `${certificate.agencyName}, ${certificate.place}` },
            { term: content.certifiedOn, detail: longDate(certificate.certifiedOn) },
            { term: content.validUntil, detail: validUntil ? longDate(validUntil) : content.noEnd },
          ]}
        />
      </Section>
      {props.isTied ? <Alert kind="info">{content.own}</Alert> : <Decision {...props} />}
      <CheckInTable heading={content.checkIns} checkIns={props.checkIns} />
      <Section heading={content.history}>
        {events.length === 0 ? <p>{content.noHistory}</p> : <CertificateHistory events={events} />}
      </Section>
    </CampaignPage>
  );
}

function Decision(props: CampaignCertificatePageProps) {
  const announced = openAnnouncement(props.events);
  const standing = standingAfter(props.events);
  if (announced) return <DecideAnnounced {...props} announced={announced} />;
  return (
    <>
      {standing.is === 'suspended' ? <Reinstate {...props} /> : null}
      {measuresFor(standing).length > 0 ? <Announce {...props} /> : null}
    </>
  );
}

function Announce(props: CampaignCertificatePageProps) {
  const { events, answerDays, values, errors = noErrors } = props;
  const words = content.announce;
  const choices = measuresFor(standingAfter(events)).map((value) => ({ value, label: measureWords[value] }));
  return (
    <Section heading={words.heading}>
      <p>{words.lead(answerDays)}</p>
      <GroundsForm
        of={props}
        act="announce"
        label={words.grounds}
        hint={words.groundsHint}
        before={
          <RadioGroup
            name="measure"
            label={words.measure}
            choices={choices}
            value={values.measure}
            error={errors.measure}
            required
          />
        }
        buttons={<Button>{words.submit}</Button>}
      />
    </Section>
  );
}

interface AnnouncedProps extends CampaignCertificatePageProps {
  readonly announced: Announcement;
}

function DecideAnnounced(props: AnnouncedProps) {
  const { announced, viewer, today } = props;
  const words = content.decide;
  return (
    <>
      <Section heading={words.heading}>
        <p>{measureWords[announced.measure]}:</p>
        <blockquote class="om-written">{announced.grounds}</blockquote>
        {announced.answers.length === 0 ? <p>{words.noAnswer(longDate(announced.answerBy))}</p> : null}
        {announced.answers.map((answer) => (
          <>
            <h3>
              {words.answers}, {longDate(answer.on)}
            </h3>
            <blockquote class="om-written">{answer.words}</blockquote>
          </>
        ))}
        {whyNotToDecide(announced, viewer, today) ? <WhoDecides {...props} /> : <DecisionForm {...props} />}
      </Section>
      {whyNotToDecide(announced, viewer, today) ? <GiveUp {...props} /> : null}
    </>
  );
}

function WhoDecides({ announced, viewer, today }: AnnouncedProps) {
  const words = content.decide;
  return (
    <Alert kind="info" slim>
      {announced.by === viewer ? `${words.another} ` : ''}
      {wasHeard(announced, today) ? words.now : words.from(longDate(addDays(announced.answerBy, 1)))}
    </Alert>
  );
}

function DecisionForm(props: AnnouncedProps) {
  const words = content.decide;
  return (
    <GroundsForm
      of={props}
      act="decide"
      label={words.grounds}
      hint={words.groundsHint}
      buttons={
        <>
          <Button look="danger" name="decision" value="carry-out">
            {words.carryOut[props.announced.measure]}
          </Button>
          <Button look="outline" name="decision" value="drop">
            {words.drop}
          </Button>
        </>
      }
    />
  );
}

/** Giving it up needs neither a second person nor the agency's answer. */
function GiveUp(props: AnnouncedProps) {
  const { giveUp, drop } = content.decide;
  return (
    <Section heading={giveUp.heading}>
      <GroundsForm
        of={props}
        act="decide"
        label={giveUp.reason}
        hint={giveUp.hint}
        buttons={
          <Button look="outline" name="decision" value="drop">
            {drop}
          </Button>
        }
      />
    </Section>
  );
}

interface GroundsFormProps {
  /** The page the form stands on. */
  readonly of: CampaignCertificatePageProps;
  readonly act: 'announce' | 'decide';
  readonly label: string;
  readonly hint: string;
  readonly before?: Child;
  readonly buttons: Child;
}

/** A measure is announced, decided and given up with grounds. */
function GroundsForm({ of, act, ...form }: GroundsFormProps) {
  const { certificate, values, errors = noErrors } = of;
  return (
    <ReasonForm
      {...form}
      action={`/campaign/certificates/${certificate.number}/${act}`}
      name="grounds"
      value={values.grounds}
      error={errors.grounds}
      maxlength={4000}
    />
  );
}

function Reinstate({ certificate, values, errors = noErrors }: CampaignCertificatePageProps) {
  const words = content.reinstate;
  return (
    <Section heading={words.heading}>
      <ReasonForm
        action={`/campaign/certificates/${certificate.number}/reinstate`}
        id="reinstate"
        label={words.reason}
        hint={words.reasonHint}
        value={values.reason}
        error={errors.reason}
        maxlength={4000}
        buttons={<Button>{words.submit}</Button>}
      />
    </Section>
  );
}
