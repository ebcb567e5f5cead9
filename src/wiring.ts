import type { Config } from './config.ts';
import type { Databases } from './database/database.ts';
import { createDocumentMaker } from './documents/document-maker.ts';
import { fileStore } from './file-store-of.ts';
import type { Deps } from './http/environment.ts';
import { createMetrics } from './http/metrics.ts';
import { createIdentity } from './identity/identity.ts';
import { createLog } from './log.ts';
import { type MailDelivery, startMailDelivery } from './mail/mail-delivery.ts';

export interface Wired extends Deps {
  /** Ends what runs beside the requests: mail delivery. */
  close(): Promise<void>;
}

/**
 * Puts the parts together for the server and the command line. `jobPosted` wakes who does waiting work; without one,
 * what is posted waits for a running server.
 */
export function wire(config: Config, databases: Databases, jobPosted: () => void = () => undefined): Wired {
  const log = createLog(config);
  const metrics = createMetrics({ processFigures: true });
  const delivery = deliveryOf(config, databases, log, metrics);
  const now = () => new Date();
  const mailPosted = () => delivery?.wake();
  return {
    config,
    db: databases,
    now,
    log,
    metrics,
    identity: createIdentity({ config, db: databases, log, mailPosted }),
    files: fileStore(config),
    documents: createDocumentMaker(
      config.documentTemplates ? { templateDirectory: config.documentTemplates } : {},
    ),
    mailPosted,
    jobPosted,
    close: async () => delivery?.stop(),
  };
}

function deliveryOf(
  config: Config,
  databases: Databases,
  log: Deps['log'],
  metrics: Deps['metrics'],
): MailDelivery | undefined {
  if (!config.smtpUrl) return undefined;
  return startMailDelivery({
    db: databases.app,
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    host: new URL(config.siteUrl).hostname,
    log,
    metrics,
  });
}
