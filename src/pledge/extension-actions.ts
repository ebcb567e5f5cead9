import { agencyById } from '../agency/agency-actions.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { belongsTo, type OwnAgency } from './decision-actions.ts';
import type { Extension } from './extension.ts';
import { insertExtension, listExtensions, lockAskedExtension, updateDecided } from './extension-store.ts';
import type { Pledge } from './pledge.ts';
import { lockPledgeIn, type PledgeElsewhere } from './pledge-actions.ts';
import { type CertifiedAlready, isCertified } from './pledge-certificate-actions.ts';
import { extensionAskedMail, extensionDecidedMail } from './pledge-mail-content.ts';
import {
  mailAbout,
  mailDeciders,
  mailLeaders,
  pledgeDesk,
  pledgePage,
  recordPledge,
} from './pledge-step-actions.ts';
import { updateTerm } from './pledge-store.ts';
import { type ExtensionRefusal, extendTerm, extensionRefusal, isBeyondLimit } from './pledge-term.ts';

export type AskRefusal =
  | PledgeElsewhere
  | CertifiedAlready
  | { readonly code: 'extension-asked-already' }
  | { readonly code: 'extension-day'; readonly why: ExtensionRefusal };

/** The agency asks for a later target day; nothing changes until the campaign decides. A certified one has no need. */
export async function askExtension(
  tx: Transaction,
  act: AgencyAct,
  ask: { readonly to: CalendarDate; readonly reason: string },
): Promise<Outcome<undefined, AskRefusal>> {
  const found = await lockPledgeIn(tx, act.agency, 'active');
  if (!found.ok) return found;
  if (await isCertified(tx, found.value)) return refused({ code: 'certified-already' });
  const { term } = found.value.state;
  const { timeZone } = await agencyById(tx, act.agency);
  const why = extensionRefusal(term, ask.to, dayIn(timeZone, act.now));
  if (why) return refused({ code: 'extension-day', why });
  const id = await insertExtension(tx, {
    ...ask,
    agency: act.agency,
    pledge: found.value.id,
    from: term.targetOn,
    askedAt: act.now,
    askedBy: act.person,
  });
  if (!id) return refused({ code: 'extension-asked-already' });
  await recordPledge(tx, found.value, 'extension-asked', { from: term.targetOn, to: ask.to });
  await mailDeciders(tx, extensionAskedMail({ ...(await mailAbout(tx, act, pledgeDesk)), ...ask }));
  return done(undefined);
}

/** All that were asked for under a pledge, the newest first. */
export function extensionsOf(
  tx: Transaction,
  pledge: Pick<Pledge, 'agency' | 'id'>,
): Promise<readonly Extension[]> {
  return listExtensions(tx, pledge);
}

export interface ExtensionDecision {
  readonly isGranted: boolean;
  readonly note: string;
  /** Whether the person deciding may grant a day past the rules' last one: administrators may. */
  readonly mayExceed: boolean;
}

export type DecideRefusal =
  | PledgeElsewhere
  | OwnAgency
  | { readonly code: 'no-extension-asked' }
  | { readonly code: 'exception-needs-administrator' };

/** The campaign grants or declines what was asked. Granting past the last day is an exception from the rules. */
export async function decideExtension(
  tx: Transaction,
  act: AgencyAct,
  decision: ExtensionDecision,
): Promise<Outcome<Extension, DecideRefusal>> {
  if (await belongsTo(tx, act.person, act.agency)) return refused({ code: 'own-agency' });
  const found = await lockPledgeIn(tx, act.agency, 'active');
  if (!found.ok) return found;
  const pledge = found.value;
  const { term } = pledge.state;
  const extension = await lockAskedExtension(tx, act.agency);
  if (!extension) return refused({ code: 'no-extension-asked' });
  const { to } = extension;
  const { isGranted, note } = decision;
  if (isGranted && isBeyondLimit(term, to) && !decision.mayExceed) {
    return refused({ code: 'exception-needs-administrator' });
  }
  const state = isGranted ? 'granted' : 'declined';
  await updateDecided(tx, extension, { state, note, by: act.person, at: act.now });
  if (isGranted) await updateTerm(tx, pledge, extendTerm(term, to));
  await recordPledge(tx, pledge, `extension-${state}`, { from: extension.from, to });
  const about = await mailAbout(tx, act, pledgePage);
  await mailLeaders(tx, act, extensionDecidedMail({ ...about, to, isGranted, note }));
  return done(extension);
}
