import type { Context } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import { findCertificate, standingAt } from '../certification/certification-actions.ts';
import { withheldStatus } from '../certification/withheld-page.tsx';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { WithheldBadgePage } from './withheld-badge-page.tsx';

/** The page in place of the badge of a certificate that doesn't count; undefined where the badge may be given. */
export async function answerWithheldBadge(
  c: Context<AppEnv>,
  number: CertificateNumber,
): Promise<Response | undefined> {
  const { db, now } = c.var.deps;
  // American Samoa, as where certificates are checked: no term ends before its last day is over where the agency is.
  const today = dayIn('Pacific/Pago_Pago', now());
  const standing = await actingAs(db.app, { as: 'public' }, async (tx) => {
    const certificate = await findCertificate(tx, number);
    return certificate && standingAt(tx, certificate, today);
  });
  if (!standing || standing.is === 'valid') return undefined;
  c.status(withheldStatus(standing));
  return c.render(<WithheldBadgePage number={number} standing={standing} />);
}
