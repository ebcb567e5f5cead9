import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { findAcknowledgment, listCertificates, standingAt } from '../certification/certification-actions.ts';
import type { Withheld } from '../certification/withheld-content.ts';
import { WithheldPage, withheldStatus } from '../certification/withheld-page.tsx';
import { actingAs, type Transaction } from '../database/acting.ts';
import { pressReleaseDocx } from '../documents/press-release-docx.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { type AgencyEnv, agencyAccess } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { withOwnFrames } from '../http/security.ts';
import { listNamedPartners } from '../partnership/partnership-actions.ts';
import { KitPage } from './kit-page.tsx';
import { pressRelease } from './press-release-content.ts';
import { type CertifiedAgency, recognizedAgency } from './recognition-actions.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const mayUseKit = agencyAccess('coordinator', 'executive', 'training-officer');

/** What an agency takes from here to show its recognition. */
export function kitRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/workspace/:agency/certification/kit', mayUseKit, withOwnFrames, async (c) => {
      const { agency, acting, deps } = c.var;
      const offer = await actingAs(deps.db.app, acting, (tx) => offerOf(tx, c));
      if (offer?.is === 'withheld') return withheld(c, 'kit', offer.standing);
      const { siteUrl } = deps.config;
      return c.render(<KitPage agency={agency} recognized={offer?.recognized} siteUrl={siteUrl} />);
    })
    .get('/workspace/:agency/certification/press-release.docx', mayUseKit, async (c) => {
      const { agency, acting, deps } = c.var;
      const { siteUrl } = deps.config;
      const facts = await actingAs(deps.db.app, acting, async (tx) => {
        const offer = await offerOf(tx, c);
        if (!offer || offer.is === 'withheld') return offer;
        const { certificate } = offer.recognized;
        const letter = await findAcknowledgment(tx, certificate.number);
        if (!letter) return undefined;
        const named = await listNamedPartners(tx, agency.id, dayIn(agency.timeZone, deps.now()));
        const partners = named.map(({ name }) => name);
        return { is: 'made', release: pressRelease({ certificate, letter, partners, siteUrl }) } as const;
      });
      if (!facts) throw new NotFound();
      if (facts.is === 'withheld') return withheld(c, 'press-release', facts.standing);
      return c.body(await pressReleaseDocx(facts.release), 200, {
        'content-type': docx,
        'content-disposition': attachmentNamed(`Press release ${agency.name}.docx`),
        'cache-control': 'private, no-store',
      });
    });
}

/** The kit is for an agency whose newest certificate counts today, under the pledge it lives by. */
type Offer =
  | { readonly is: 'offered'; readonly recognized: CertifiedAgency }
  | { readonly is: 'withheld'; readonly standing: CertificateStanding };

/** Undefined before there is a certificate. */
async function offerOf(tx: Transaction, c: Context<AgencyEnv>): Promise<Offer | undefined> {
  const { agency, deps } = c.var;
  const [certificate] = await listCertificates(tx, agency.id);
  if (!certificate) return undefined;
  const standing = await standingAt(tx, certificate, dayIn(agency.timeZone, deps.now()));
  const recognized = await recognizedAgency(tx, agency.id);
  const isCertified = standing.is === 'valid' && recognized?.recognition.is === 'certified';
  return isCertified
    ? { is: 'offered', recognized: { ...recognized, certificate } }
    : { is: 'withheld', standing };
}

function withheld(c: Context<AgencyEnv>, asked: Withheld, standing: CertificateStanding) {
  c.status(withheldStatus(standing));
  return c.render(<WithheldPage agency={c.var.agency} asked={asked} standing={standing} />);
}
