import type { Agency } from '../agency/agency.ts';
import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { mailAgency, mailReviewers } from '../review/review-trace-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { Certificate, CertificateNumber } from './certificate.ts';
import {
  hasTies,
  insertCertificateEvent,
  listCertificateEvents,
  lockCertificate,
} from './certificate-event-store.ts';
import {
  type CertificateAct,
  type CertificateEvent,
  type CertificateStanding,
  hasEnded,
  type Measure,
  measuresFor,
  openAnnouncement,
  standingAfter,
  whyNotToDecide,
} from './certificate-standing.ts';
import { findCertificate } from './certificate-store.ts';
import { answeredMail, standingMail } from './standing-mail-content.ts';

/** Somebody of the campaign who acts on a certificate. */
export interface StandingAct {
  readonly person: PersonId;
  readonly now: Date;
  readonly siteUrl: string;
  /** The campaign's name, under every mail. */
  readonly campaign: string;
}

export type StandingRefusal =
  | { readonly code: 'certificate-not-found' }
  /** Somebody else was faster, or the certificate has ended. */
  | { readonly code: 'certificate-moved-on' }
  | { readonly code: 'own-agency' }
  | { readonly code: 'announcer-decides-own' }
  /** The agency may still answer. */
  | { readonly code: 'answer-open'; readonly until: CalendarDate };

type Settled = Promise<Outcome<CertificateStanding, StandingRefusal>>;

export { hasTies as isTiedTo } from './certificate-event-store.ts';

/** What happened to a certificate, the oldest first. */
export async function certificateEvents(
  tx: Transaction,
  number: CertificateNumber,
): Promise<readonly CertificateEvent[]> {
  return (await listCertificateEvents(tx, [number])).get(number) ?? [];
}

/** What each of these certificates is worth now, in one question. */
export async function certificateStandings(
  tx: Transaction,
  numbers: readonly CertificateNumber[],
): Promise<ReadonlyMap<CertificateNumber, CertificateStanding>> {
  if (numbers.length === 0) return new Map();
  const events = await listCertificateEvents(tx, numbers);
  return new Map([...events].map(([number, happened]) => [number, standingAfter(happened)] as const));
}

/** Tells the agency what the campaign means to do, on which grounds, and until when it may answer. */
export async function announceMeasure(
  tx: Transaction,
  act: StandingAct,
  number: CertificateNumber,
  told: { readonly measure: Measure; readonly grounds: string; readonly daysToAnswer: number },
): Settled {
  const found = await lockForCampaign(tx, act, number);
  if (!found.ok) return found;
  const { events, today } = found.value;
  const isPossible = measuresFor(standingAfter(events)).includes(told.measure);
  if (!isPossible || openAnnouncement(events)) return refused({ code: 'certificate-moved-on' });
  return settle(tx, act, found.value, {
    act: 'announced',
    measure: told.measure,
    words: told.grounds,
    answerBy: addDays(today, told.daysToAnswer),
  });
}

/** The agency's answer to what was announced; it may answer until the decision. */
export async function answerAnnouncement(
  tx: Transaction,
  act: AgencyAct,
  number: CertificateNumber,
  answer: string,
): Settled {
  const found = await lockHeld(tx, act, number, act.agency);
  if (!found.ok) return found;
  if (!openAnnouncement(found.value.events)) return refused({ code: 'certificate-moved-on' });
  return settle(tx, act, found.value, { act: 'answered', words: answer });
}

/** The campaign gives up what it announced; the certificate stays as it was. */
export async function dropAnnouncement(
  tx: Transaction,
  act: StandingAct,
  number: CertificateNumber,
  reason: string,
): Settled {
  const found = await lockForCampaign(tx, act, number);
  if (!found.ok) return found;
  if (!openAnnouncement(found.value.events)) return refused({ code: 'certificate-moved-on' });
  return settle(tx, act, found.value, { act: 'dropped', words: reason });
}

/** Does what was announced, by a second person, once the agency was heard. The grounds become public. */
export async function carryOutMeasure(
  tx: Transaction,
  act: StandingAct,
  number: CertificateNumber,
  grounds: string,
): Settled {
  const found = await lockForCampaign(tx, act, number);
  if (!found.ok) return found;
  const announced = openAnnouncement(found.value.events);
  if (!announced) return refused({ code: 'certificate-moved-on' });
  const refusal = whyNotToDecide(announced, act.person, found.value.today);
  if (refusal) return refused(refusal);
  const done = announced.measure === 'suspend' ? 'suspended' : 'revoked';
  return settle(tx, act, found.value, { act: done, words: grounds });
}

/** Ends a suspension: the certificate is valid again. */
export async function reinstateCertificate(
  tx: Transaction,
  act: StandingAct,
  number: CertificateNumber,
  reason: string,
): Settled {
  const found = await lockForCampaign(tx, act, number);
  if (!found.ok) return found;
  if (standingAfter(found.value.events).is !== 'suspended') return refused({ code: 'certificate-moved-on' });
  return settle(tx, act, found.value, { act: 'reinstated', words: reason });
}

/** The agency gives its certificate back. It can be certified anew later. */
export async function giveBackCertificate(
  tx: Transaction,
  act: AgencyAct,
  number: CertificateNumber,
  reason: string,
): Settled {
  const found = await lockHeld(tx, act, number, act.agency);
  if (!found.ok) return found;
  if (hasEnded(standingAfter(found.value.events))) return refused({ code: 'certificate-moved-on' });
  return settle(tx, act, found.value, { act: 'withdrawn', words: reason });
}

/** A certificate nobody else changes until the transaction ends. */
interface HeldCertificate {
  readonly certificate: Certificate;
  readonly agency: Agency;
  readonly today: CalendarDate;
  readonly events: readonly CertificateEvent[];
}

/** With `owner`, only a certificate of that agency is found. */
async function lockHeld(
  tx: Transaction,
  act: { readonly now: Date },
  number: CertificateNumber,
  owner?: AgencyId,
): Promise<Outcome<HeldCertificate, StandingRefusal>> {
  const isKnown = await lockCertificate(tx, number);
  const certificate = isKnown ? await findCertificate(tx, number) : undefined;
  const isMeant = certificate && (owner === undefined || certificate.agency === owner);
  if (!isMeant) return refused({ code: 'certificate-not-found' });
  const agency = await agencyById(tx, certificate.agency);
  const events = await certificateEvents(tx, number);
  return done({ certificate, agency, today: dayIn(agency.timeZone, act.now), events });
}

/** Nobody of the campaign acts on the certificate of an agency they have a tie to. */
async function lockForCampaign(
  tx: Transaction,
  act: StandingAct,
  number: CertificateNumber,
): Promise<Outcome<HeldCertificate, StandingRefusal>> {
  const found = await lockHeld(tx, act, number);
  if (!found.ok) return found;
  const isTied = await hasTies(tx, act.person, found.value.certificate.agency);
  return isTied ? refused({ code: 'own-agency' }) : found;
}

interface Happening {
  readonly act: CertificateAct;
  readonly words: string;
  readonly measure?: Measure;
  readonly answerBy?: CalendarDate;
}

/** Adds the event, writes the trail and tells who has to know. */
async function settle(
  tx: Transaction,
  act: StandingAct,
  held: HeldCertificate,
  { act: happened, words, measure, answerBy }: Happening,
): Settled {
  const { certificate, agency, today, events } = held;
  const event: CertificateEvent = { act: happened, words, measure, answerBy, on: today, by: act.person };
  await insertCertificateEvent(tx, certificate.number, event);
  await recordAudit(
    tx,
    { agency: agency.id },
    {
      action: `certificate-${happened}`,
      subject: { kind: 'certificate', id: certificate.number },
      details: { ...(measure ? { measure } : {}), ...(answerBy ? { answerBy } : {}) },
    },
  );
  await mailAbout(tx, act, held, event);
  return done(standingAfter([...events, event]));
}

/** The agency's leaders hear of everything; the campaign hears of an answer, but who announced it may not decide it. */
async function mailAbout(
  tx: Transaction,
  act: StandingAct,
  { certificate, agency, events }: HeldCertificate,
  event: CertificateEvent,
): Promise<void> {
  const about = { agency: agency.name, number: certificate.number, campaign: act.campaign };
  const workspace = `${act.siteUrl}/workspace/${agency.slug}/certification`;
  await mailAgency(tx, agency.id, standingMail(event, { ...about, url: workspace }));
  if (event.act !== 'answered') return;
  const desk = `${act.siteUrl}/campaign/certificates/${certificate.number}`;
  const announcer = openAnnouncement(events)?.by;
  const mail = answeredMail(event, { ...about, url: desk });
  await mailReviewers(tx, agency.id, mail, announcer ? [announcer] : []);
}
