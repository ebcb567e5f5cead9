import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { postMail } from '../mail/mail.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { insertLapses } from './certificate-event-store.ts';
import { findCertificate } from './certificate-store.ts';
import { standingMail } from './standing-mail-content.ts';

/** What this needs of the program; it runs where nobody is served. */
export interface LapseDeps {
  readonly db: Databases;
  readonly config: { readonly siteUrl: string; readonly campaign: { readonly name: string } };
  now(): Date;
}

const atOnce = 200;

/** Lets certificates lapse whose term is over, and tells their agencies. Answers how many; the rest waits for the next look. */
export async function lapseCertificates({ db, config, now }: LapseDeps): Promise<number> {
  return actingAs(db.app, { as: 'system' }, async (tx) => {
    const lapsed = await insertLapses(tx, now(), atOnce);
    for (const { number, today } of lapsed) {
      const certificate = await findCertificate(tx, number);
      if (!certificate) continue;
      const agency = await agencyById(tx, certificate.agency);
      const subject = { kind: 'certificate', id: number };
      await recordAudit(tx, { agency: agency.id }, { action: 'certificate-lapsed', subject, details: {} });
      const url = `${config.siteUrl}/workspace/${agency.slug}/certification`;
      const mail = standingMail(
        { act: 'lapsed', measure: undefined, words: '', answerBy: undefined, on: today, by: undefined },
        { agency: agency.name, number, url, campaign: config.campaign.name },
      );
      const { emails } = await agencyLeaders(tx, agency.id);
      for (const to of emails) await postMail(tx, { ...mail, to });
    }
    return lapsed.length;
  });
}
