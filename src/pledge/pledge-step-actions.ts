import type { Agency } from '../agency/agency.ts';
import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { switchActing, type Transaction } from '../database/acting.ts';
import { listCampaignMembers } from '../identity/membership-actions.ts';
import { type MailMessage, postMail } from '../mail/mail.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agencyLeaders } from './agency-leader-actions.ts';
import type { Pledge } from './pledge.ts';

/** Writes one step of a pledge's life into the agency's audit trail: codes, dates and numbers, never words. */
export function recordPledge(
  tx: Transaction,
  pledge: Pick<Pledge, 'agency' | 'id'>,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(
    tx,
    { agency: pledge.agency },
    { action, subject: { kind: 'pledge', id: pledge.id }, details },
  );
}

type Written = Omit<MailMessage, 'to'>;

/** What a mail names: the agency, the page it leads to, the campaign. */
export async function mailAbout(
  tx: Transaction,
  act: AgencyAct,
  page: (agency: Agency) => string,
): Promise<{ readonly agency: string; readonly url: string; readonly campaign: string }> {
  const agency = await agencyById(tx, act.agency);
  return { agency: agency.name, url: `${act.siteUrl}${page(agency)}`, campaign: act.campaign };
}

/** The agency's own page about its pledge. */
export const pledgePage = ({ slug }: Pick<Agency, 'slug'>) => `/workspace/${slug}/pledge`;

/** The campaign's page about the pledge. */
export const pledgeDesk = ({ slug }: Pick<Agency, 'slug'>) => `/campaign/pledges/${slug}`;

/** Mails coordinator and executive. */
export async function mailLeaders(tx: Transaction, act: AgencyAct, mail: Written): Promise<void> {
  const { emails } = await agencyLeaders(tx, act.agency);
  for (const to of emails) await postMail(tx, { ...mail, to });
}

/** Mails the campaign's people who decide about pledges: the program looks them up, an agency can't see them. */
export async function mailDeciders(tx: Transaction, mail: Written): Promise<void> {
  const members = await switchActing(tx, { as: 'system' }, listCampaignMembers);
  const deciders = members.filter(({ role }) => role === 'administrator' || role === 'reviewer');
  for (const to of new Set(deciders.map(({ email }) => email))) await postMail(tx, { ...mail, to });
}
