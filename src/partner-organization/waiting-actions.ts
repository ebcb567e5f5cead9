import { dayIn } from '../calendar/calendar-date.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { checkInsAskedOf, listOpenActionsOf } from '../joint-work/waiting-work-actions.ts';
import { listDueAgreementsOfPartner } from '../partnership/due-agreement-actions.ts';
import { listWaiting } from '../partnership/partnership-actions.ts';
import { listWaitingReviews } from '../policy/waiting-review-actions.ts';
import { byUrgency, type WaitingThing } from './waiting-thing.ts';

/**
 * What one slice knows to wait for the partner, across all its agencies: one query, in a transaction that acts for the
 * partner. An organization has no clock of its own: each thing is late by the clock of its agency.
 */
export type WaitingProvider = (
  tx: Transaction,
  partner: PartnerId,
  now: Date,
) => Promise<readonly WaitingThing[]>;

/** A slice with something for partners to do adds its line here. */
const providers: readonly WaitingProvider[] = [
  agreementsToAnswer,
  agreementsToRenew,
  actionsToFinish,
  checkInsToAnswer,
  policiesToComment,
];

/** Everything that waits for the partner's people, the most urgent first. */
export async function waitingForPartner(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly WaitingThing[]> {
  const things: WaitingThing[] = [];
  for (const provider of providers) things.push(...(await provider(tx, partner, now)));
  return byUrgency(things);
}

async function agreementsToAnswer(tx: Transaction, partner: PartnerId): Promise<readonly WaitingThing[]> {
  const waiting = await listWaiting(tx, partner);
  return waiting.map(({ agency, id }) => ({
    kind: 'agreement',
    agency: agency.name,
    href: pathOf(partner, id),
  }));
}

/** Either side can renew: it stands here until one has proposed it. */
async function agreementsToRenew(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly WaitingThing[]> {
  const due = await listDueAgreementsOfPartner(tx, partner, now);
  return due.map(({ is, on, agency, partnership }) => ({
    kind: is === 'lapsed' ? 'lapsed' : 'review',
    agency,
    href: pathOf(partner, partnership),
    due: { on, isOverdue: true },
  }));
}

async function actionsToFinish(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly WaitingThing[]> {
  const open = await listOpenActionsOf(tx, partner);
  return open.map(({ agency, partnership, id, what, dueOn }) => ({
    kind: 'action',
    agency: agency.name,
    about: what,
    href: `${pathOf(partner, partnership)}/actions/${id}`,
    due: { on: dueOn, isOverdue: dueOn < dayIn(agency.timeZone, now) },
  }));
}

/** Its day is the half-year's last, which an answer still counts for: a check-in is never late, only gone. */
async function checkInsToAnswer(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly WaitingThing[]> {
  const asked = await checkInsAskedOf(tx, partner, now);
  return asked.map(({ agency, partnership, half }) => ({
    kind: 'check-in',
    agency: agency.name,
    href: `${pathOf(partner, partnership)}/check-ins/answer`,
    due: { on: half.endsOn, isOverdue: false },
  }));
}

async function policiesToComment(tx: Transaction, partner: PartnerId): Promise<readonly WaitingThing[]> {
  const waiting = await listWaitingReviews(tx, partner);
  return waiting.map(({ agency, partnership, title }) => ({
    kind: 'policy-comment',
    agency,
    about: title,
    href: `${pathOf(partner, partnership)}/policy`,
  }));
}

function pathOf(partner: PartnerId, partnership: string): string {
  return `/partner/${partner}/partnerships/${partnership}`;
}
