import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { acknowledgmentRoutes } from './acknowledgment/acknowledgment-routes.tsx';
import { settingsRoutes } from './agency/settings-routes.tsx';
import { agreementRoutes } from './agreement/agreement-routes.tsx';
import { assetRoutes } from './assets/asset-routes.ts';
import { deskRoutes } from './campaign-desk/desk-routes.tsx';
import { figuresRoutes } from './campaign-figures/figures-routes.tsx';
import { certificateBatchRoutes } from './certificate-batch/certificate-batch-routes.tsx';
import { campaignCertificateRoutes } from './certification/campaign-certificate-routes.tsx';
import { certificationRoutes } from './certification/certification-routes.tsx';
import { classRoutes } from './class-session/class-routes.tsx';
import { credentialRoutes } from './credential/credential-routes.ts';
import { directoryRoutes } from './directory/directory-routes.tsx';
import { evidenceRoutes } from './evidence/evidence-routes.tsx';
import type { AppEnv, Deps } from './http/environment.ts';
import { answerError, answerNotFound } from './http/errors.tsx';
import { renderInFrame } from './http/frame.ts';
import { healthRoutes } from './http/health.ts';
import { loadViewer } from './http/load-viewer.ts';
import { traceRequests } from './http/request-trace.ts';
import { privateByDefault, refuseForeignForms, securityHeaders } from './http/security.ts';
import { releaseUnsentBody } from './http/unsent-body.ts';
import { refuseNulInAddresses } from './http/usable-address.ts';
import { identityRoutes } from './identity/identity-routes.tsx';
import { jointAgreementRoutes } from './joint-agreement/joint-agreement-routes.ts';
import { jointWorkRoutes } from './joint-work/joint-work-routes.ts';
import { outboxRoutes } from './mail/outbox-routes.tsx';
import { outcomeRoutes } from './monthly-outcome/outcome-routes.tsx';
import { ownRecordRoutes } from './own-record/own-record-routes.ts';
import { partnerOrganizationRoutes } from './partner-organization/partner-organization-routes.ts';
import { partnershipRoutes } from './partnership/partnership-routes.tsx';
import { allPledgeRoutes } from './pledge/all-pledge-routes.ts';
import { policyRoutes } from './policy/policy-routes.tsx';
import { publicSiteRoutes } from './public-site/public-site-routes.tsx';
import { kitRoutes } from './recognition-kit/kit-routes.tsx';
import { recognitionRoutes } from './recognition-kit/recognition-routes.tsx';
import { allReviewRoutes } from './review/all-review-routes.ts';
import { allReviewCaseRoutes } from './review-case/all-review-case-routes.ts';
import { rosterRoutes } from './roster/roster-routes.tsx';
import { agencySampleRoutes } from './snapshot/agency-sample-routes.tsx';
import { campaignSampleRoutes } from './snapshot/campaign-sample-routes.tsx';
import { allTeamRoutes } from './team/all-team-routes.ts';
import { courseRegisterRoutes } from './training/course-register-routes.tsx';
import { trainingRoutes } from './training/training-routes.tsx';
import { verifyRoutes } from './verification/verify-routes.tsx';
import { workspaceRoutes } from './workspace/workspace-routes.tsx';

export interface AppOptions {
  /** True once the server has been told to stop: /readyz then answers 503. */
  readonly isDraining: () => boolean;
}

/** The whole web application: what each request passes, in this order, and the slices that answer it. */
export function createApp(deps: Deps, options: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(provide(deps));
  app.use(traceRequests);
  app.use(securityHeaders(deps.config));
  app.use(privateByDefault);
  app.use(renderInFrame);
  app.use(releaseUnsentBody);
  app.use(refuseNulInAddresses);
  app.route('/', healthRoutes(options.isDraining));
  app.route('/', assetRoutes());
  app.use(refuseForeignForms(deps.config));
  app.use(loadViewer);
  app.route('/', publicSiteRoutes());
  app.route('/', directoryRoutes());
  app.route('/', recognitionRoutes());
  app.route('/', courseRegisterRoutes());
  app.route('/', verifyRoutes());
  app.route('/', credentialRoutes());
  app.route('/', identityRoutes());
  app.route('/', allPledgeRoutes());
  app.route('/', workspaceRoutes());
  app.route('/', allTeamRoutes());
  app.route('/', settingsRoutes());
  app.route('/', deskRoutes());
  app.route('/', rosterRoutes());
  app.route('/', trainingRoutes());
  app.route('/', classRoutes());
  app.route('/', ownRecordRoutes());
  app.route('/', evidenceRoutes());
  app.route('/', partnerOrganizationRoutes());
  app.route('/', partnershipRoutes());
  app.route('/', agreementRoutes());
  app.route('/', jointAgreementRoutes());
  app.route('/', jointWorkRoutes());
  app.route('/', policyRoutes());
  app.route('/', acknowledgmentRoutes());
  app.route('/', outcomeRoutes());
  app.route('/', allReviewRoutes());
  app.route('/', agencySampleRoutes());
  app.route('/', campaignSampleRoutes());
  app.route('/', allReviewCaseRoutes());
  app.route('/', certificationRoutes());
  app.route('/', certificateBatchRoutes());
  app.route('/', campaignCertificateRoutes());
  app.route('/', kitRoutes());
  app.route('/', figuresRoutes());
  if (deps.config.mode !== 'production') app.route('/', outboxRoutes());
  app.notFound(answerNotFound);
  app.onError(answerError);
  return app;
}

function provide(deps: Deps) {
  return createMiddleware<AppEnv>((c, next) => {
    c.set('deps', deps);
    return next();
  });
}
