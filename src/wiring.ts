import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Databases } from './database/database.ts';
import { createDocumentMaker } from './documents/document-maker.ts';
import { diskFileStore } from './files/disk-file-store.ts';
import type { FileStore } from './files/file-store.ts';
import { s3FileStore } from './files/s3-file-store.ts';
import type { Deps } from './http/environment.ts';
import { createMetrics } from './http/metrics.ts';
import { createIdentity } from './identity/identity.ts';
import { createLog } from './log.ts';
import { type MailDelivery, startMailDelivery } from './mail/mail-delivery.ts';

export interface Wired extends Deps {
  /** Ends what runs beside the requests: mail delivery. */
  close(): Promise<void>;
}

/** Puts the parts together for the server and the command line. */
export function wire(config: Config, databases: Databases): Wired {
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
    close: async () => delivery?.stop(),
  };
}

function fileStore(config: Config): FileStore {
  return config.s3 ? s3FileStore(config.s3) : diskFileStore(join(config.dataDirectory, 'files'));
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
