import { Hono } from 'hono';
import { findAcknowledgment } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import { listDirectoryPartners } from '../directory/directory-actions.ts';
import { pressReleaseDocx } from '../documents/press-release-docx.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { agencyAccess } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { withOwnFrames } from '../http/security.ts';
import { KitPage } from './kit-page.tsx';
import { pressRelease } from './press-release-content.ts';
import { recognizedAgency } from './recognition-actions.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const mayUseKit = agencyAccess('coordinator', 'executive', 'training-officer');

/** What an agency takes from here to show its recognition. */
export function kitRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/workspace/:agency/certification/kit', mayUseKit, withOwnFrames, async (c) => {
      const { agency, acting, deps } = c.var;
      const recognized = await actingAs(deps.db.app, acting, (tx) => recognizedAgency(tx, agency.id));
      return c.render(<KitPage agency={agency} recognized={recognized} siteUrl={deps.config.siteUrl} />);
    })
    .get('/workspace/:agency/certification/press-release.docx', mayUseKit, async (c) => {
      const { agency, acting, deps } = c.var;
      const { siteUrl } = deps.config;
      const facts = await actingAs(deps.db.app, acting, async (tx) => {
        const certificate = (await recognizedAgency(tx, agency.id))?.certificate;
        const letter = certificate && (await findAcknowledgment(tx, certificate.number));
        if (!certificate || !letter) throw new NotFound();
        const partners = await listDirectoryPartners(tx, agency.id);
        return pressRelease({ certificate, letter, partners, siteUrl });
      });
      return c.body(await pressReleaseDocx(facts), 200, {
        'content-type': docx,
        'content-disposition': attachmentNamed(`Press release ${agency.name}.docx`),
        'cache-control': 'private, no-store',
      });
    });
}
