import { type Context, Hono } from 'hono';
import type { Agency } from '../agency/agency.ts';
import { agencyBySlug } from '../agency/agency-actions.ts';
import { recentAgencyEvents } from '../audit/audit.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import type { Outcome } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { actAbout } from '../team/agency-act-routes.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { campaignPledgeContent as content } from './campaign-pledge-content.ts';
import { CampaignPledgePage, CampaignWithdrawPage } from './campaign-pledge-page.tsx';
import { acceptPledge, belongsTo, returnPledge } from './decision-actions.ts';
import { type DecideRefusal, decideExtension, extensionsOf } from './extension-actions.ts';
import { mayDecidePledges } from './pledge-access.ts';
import { pledgeOf } from './pledge-actions.ts';
import { type CertifiedAlready, certificateOf, isCertified } from './pledge-certificate-actions.ts';
import { elsewhereSentence } from './pledge-content.ts';
import { reasonForm } from './pledge-form-content.ts';
import { readPledgeQuery } from './pledge-queue.ts';
import { pledgeQueue } from './pledge-queue-actions.ts';
import { PledgeQueuePage } from './pledge-queue-page.tsx';
import { withdrawPledge } from './withdrawal-actions.ts';

const eventsShown = 20;
const notices: Readonly<Record<string, string>> = content.notices;

/** The campaign's work with pledges: the queue, and each pledge with the decision that is due. */
export function campaignPledgeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/campaign/pledges', mayDecidePledges, async (c) => {
      const { deps, acting, viewer } = c.var;
      const query = readPledgeQuery((name) => c.req.query(name));
      const found = await actingAs(deps.db.app, acting, (tx) => pledgeQueue(tx, query));
      const href = `${c.req.path}${new URL(c.req.url).search}`;
      return c.render(<PledgeQueuePage roles={viewer.campaignRoles} query={query} href={href} {...found} />);
    })
    .get('/campaign/pledges/:agency', mayDecidePledges, (c) => showPledge(c))
    .post('/campaign/pledges/:agency/accept', smallBody, mayDecidePledges, (c) =>
      decide(c, 'pledge-accepted', acceptPledge),
    )
    .post('/campaign/pledges/:agency/return', smallBody, mayDecidePledges, async (c) => {
      const fields = await readForm(c);
      const form = parseForm(reasonForm(content.return.reasonMissing), fields);
      if (!form.ok) {
        c.status(422);
        return showPledge(c, { reason: sentText(fields, 'reason'), errors: form.errors });
      }
      return decide(c, 'pledge-returned', (tx, act) => returnPledge(tx, act, form.value.reason));
    })
    .post('/campaign/pledges/:agency/extension', smallBody, mayDecidePledges, async (c) => {
      const fields = await readForm(c);
      return decide(c, 'extension-decided', (tx, act) =>
        decideExtension(tx, act, {
          isGranted: sentText(fields, 'decision') === 'grant',
          note: sentText(fields, 'note').trim().slice(0, 2000),
          mayExceed: c.var.viewer.campaignRoles.includes('administrator'),
        }),
      );
    })
    .get('/campaign/pledges/:agency/withdraw', mayDecidePledges, async (c) => {
      const { deps, acting, viewer } = c.var;
      const found = await actingAs(deps.db.app, acting, (tx) => agencyToWithdraw(tx, c));
      return c.render(
        <CampaignWithdrawPage roles={viewer.campaignRoles} {...found} reason="" errors={noErrors} />,
      );
    })
    .post('/campaign/pledges/:agency/withdraw', smallBody, mayDecidePledges, async (c) => {
      const { deps, acting, viewer } = c.var;
      const fields = await readForm(c);
      const form = parseForm(reasonForm(content.withdraw.reasonMissing), fields);
      if (form.ok) {
        const { reason } = form.value;
        return decide(c, 'pledge-withdrawn', (tx, act) =>
          withdrawPledge(tx, act, { by: 'campaign', reason }),
        );
      }
      const found = await actingAs(deps.db.app, acting, (tx) => agencyToWithdraw(tx, c));
      const reason = sentText(fields, 'reason');
      c.status(422);
      return c.render(
        <CampaignWithdrawPage roles={viewer.campaignRoles} {...found} reason={reason} errors={form.errors} />,
      );
    });
}

type Refused = {
  readonly reason?: string;
  readonly errors?: Parameters<typeof CampaignPledgePage>[0]['errors'];
};

async function showPledge(c: Context<CampaignEnv>, refused: Refused = {}): Promise<Response> {
  const { deps, acting, viewer } = c.var;
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const agency = await presentAgency(tx, c);
    const pledge = await pledgeOf(tx, agency.id);
    if (!pledge) throw new NotFound();
    const isOwn = await belongsTo(tx, viewer.person, agency.id);
    return {
      agency,
      pledge,
      isOwn,
      certificate: await certificateOf(tx, pledge),
      extensions: await extensionsOf(tx, pledge),
      events: await recentAgencyEvents(tx, agency.id, eventsShown),
    };
  });
  const notice = notices[c.req.query('done') ?? ''];
  return c.render(
    <CampaignPledgePage roles={viewer.campaignRoles} notice={notice} {...found} {...refused} />,
  );
}

async function presentAgency(tx: Transaction, c: Context<CampaignEnv>): Promise<Agency> {
  const agency = await agencyBySlug(tx, c.req.param('agency') ?? '');
  if (!agency) throw new NotFound();
  return agency;
}

/** Whose pledge is to end, and whether a certificate stands on it. */
async function agencyToWithdraw(tx: Transaction, c: Context<CampaignEnv>) {
  const agency = await presentAgency(tx, c);
  const pledge = await pledgeOf(tx, agency.id);
  return { agency, certified: pledge !== undefined && (await isCertified(tx, pledge)) };
}

/** Every decision goes the same way: find the agency, decide, mail, and show the pledge again with a notice. */
async function decide(
  c: Context<CampaignEnv>,
  done: keyof typeof content.notices,
  decision: (tx: Transaction, act: AgencyAct) => Promise<Outcome<unknown, DecideRefusal | CertifiedAlready>>,
): Promise<Response> {
  const { deps, acting } = c.var;
  const { slug, outcome } = await actingAs(deps.db.app, acting, async (tx) => {
    const agency = await presentAgency(tx, c);
    return { slug: agency.slug, outcome: await decision(tx, actAbout(c.var, agency.id)) };
  });
  if (!outcome.ok) throw new UnusableRequest(422, refusalSentence(outcome.refusal));
  deps.mailPosted();
  return c.redirect(`/campaign/pledges/${slug}?done=${done}`, 303);
}

function refusalSentence(refusal: DecideRefusal | CertifiedAlready): string {
  switch (refusal.code) {
    case 'certified-already':
      return content.refused.certified;
    case 'own-agency':
      return content.own;
    case 'pledge-elsewhere':
      return elsewhereSentence(refusal);
    case 'no-extension-asked':
      return content.refused.noExtension;
    case 'exception-needs-administrator':
      return content.refused.exception;
  }
}
