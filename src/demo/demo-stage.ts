import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { type Acting, actingAs, type Transaction } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import { ensurePerson, type KnownPerson } from '../identity/person-actions.ts';

/** Where the demonstration is put up, and the instant it is told from: every date lies some days before or after it. */
export interface Stage {
  readonly deps: Deps;
  readonly now: Date;
}

export function daysBefore({ now }: Stage, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

/** A day as dates on documents have it; negative days lie ahead. */
export function dayBefore({ now }: Stage, days: number): CalendarDate {
  return addDays(dayIn('UTC', now), -days);
}

/** The same stage some days earlier, for actions that ask the clock themselves. */
export function earlier(stage: Stage, days: number): Stage {
  const now = daysBefore(stage, days);
  return { now, deps: { ...stage.deps, now: () => now } };
}

export function as<Result>(
  stage: Stage,
  acting: Acting,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return actingAs(stage.deps.db.app, acting, work);
}

export function person({ deps }: Stage, email: string, name: string): Promise<KnownPerson> {
  return ensurePerson(deps.db.identity, email, name);
}

/** What mails name beside the person. */
export function words({ deps: { config } }: Stage) {
  return { siteUrl: config.siteUrl, campaign: config.campaign.name };
}

/** The value of an act that can't be refused in a demonstration; refused all the same, the demonstration is wrong. */
export function value<Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`An act of the demonstration was refused: ${JSON.stringify(outcome.refusal)}`);
}
