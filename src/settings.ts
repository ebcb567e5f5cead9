import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';

const text = z.string().trim();

function wholeNumber(least: number, most: number) {
  const sentence = `Enter a whole number from ${least} to ${most}.`;
  return z
    .string(sentence)
    .trim()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .pipe(z.number().min(least, sentence).max(most, sentence));
}

function address(protocol: RegExp, sentence: string) {
  const isTaken = (value: string) => URL.canParse(value) && protocol.test(new URL(value).protocol);
  return text.refine(isTaken, { error: sentence, abort: true });
}

const databaseAddress = address(
  /^postgres(ql)?:$/,
  'Enter an address such as postgres://user:password@host:5432/database.',
).optional();

const siteAddress = address(
  /^https?:$/,
  'Enter the address people reach the site under, such as https://onemind.example.org.',
)
  .refine((value) => new URL(value).pathname === '/', {
    error: 'Enter an address without a path: the site needs a host name of its own.',
    abort: true,
  })
  .transform((value) => new URL(value).origin);

const formerAddresses = text
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(siteAddress));

/** Every setting the program reads from its environment. One that is unset or empty takes the default written here. */
export const settings = z.object({
  /** `development` shows the mail outbox; `production` refuses to start without its secrets. */
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'Enter development or production.')
    .default('development'),
  /** Where the web server listens. Port 0 is any free one. */
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  /** The address people reach the site under. Needed in production. */
  SITE_URL: siteAddress.optional(),
  /**
   * Addresses the site had before, with commas between them: credentials issued under them stay valid, as their keys are
   * kept.
   */
  FORMER_SITE_URLS: formerAddresses.default([]),
  /** Signs sessions and derives the passwords of the database roles: 32 characters or more. Needed in production. */
  ONEMIND_SECRET: text.min(32, 'Enter a secret of 32 characters or more, and keep it.').optional(),
  /** Where the embedded database, stored files and the development secret lie. */
  ONEMIND_DATA: text.default(join(packageRoot, 'data')),
  /** PostgreSQL 15 or newer, as a user that may create roles. Without it the program starts its own. */
  DATABASE_URL: databaseAddress,
  /**
   * Given when DATABASE_URL's user may not create roles, or the web server shall not know it: the same database as role
   * onemind_app and as role onemind_identity, both made by the operator. `onemind migrate` then grants them their rights.
   */
  DATABASE_APP_URL: databaseAddress,
  DATABASE_IDENTITY_URL: databaseAddress,
  /** Connections the application keeps to the database; sign-in keeps a third as many beside them. */
  DATABASE_POOL: wholeNumber(2, 500).default(12),
  /** Seconds after which a page gives up on a question to the database, and says that the site is busy. */
  DATABASE_TIMEOUT: wholeNumber(1, 600).default(30),
  /** Threads for long work such as reading files. The first does all of it, the others only what is short. */
  JOB_THREADS: wholeNumber(1, 8).default(Math.min(2, availableParallelism())),
  /** Days after which an import that nobody carried out is given up and its file deleted. */
  IMPORT_KEPT_DAYS: wholeNumber(1, 3650).default(14),
  /** Days after which the files of certificates that were made many at once are removed; who made which stays known. */
  BATCH_KEPT_DAYS: wholeNumber(1, 3650).default(30),
  /** Days in which the campaign means to answer what an agency sent in. Local discretion. */
  REVIEW_TARGET_DAYS: wholeNumber(1, 365).default(14),
  /** Days an agency has to answer what was returned, or to appeal. Local discretion. */
  REVIEW_ANSWER_DAYS: wholeNumber(7, 730).default(60),
  /** How often an agency may answer a return before its case closes. Local discretion. */
  REVIEW_FOLLOW_UPS: wholeNumber(0, 20).default(3),
  /** `smtp://user:password@host:587`. Without it mail waits in the outbox. */
  SMTP_URL: address(/^smtps?:$/, 'Enter an address such as smtp://user:password@host:587.').optional(),
  MAIL_FROM: text.default('One Mind <no-reply@localhost>'),
  /** An S3 bucket for stored files; without it they lie in ONEMIND_DATA. Credentials come from the usual AWS variables. */
  S3_BUCKET: text.optional(),
  S3_REGION: text.default('us-east-1'),
  /** A service that speaks S3's protocol, when it is not Amazon's. */
  S3_ENDPOINT: address(/^https?:$/, 'Enter an address such as https://storage.example.org.').optional(),
  /** host:port of a ClamAV daemon that scans every uploaded file. */
  CLAMAV_HOST: text.regex(/^[^\s:/]+(:\d{1,5})?$/, 'Enter host:port, such as localhost:3310.').optional(),
  /** Proxies in front of the server whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** Seconds between /readyz turning 503 and the last connection taken: what a load balancer needs to look elsewhere. */
  DRAIN_SECONDS: wholeNumber(0, 300).default(0),
  /** A folder of Typst templates that replaces the certificate's and the letter's. */
  DOCUMENT_TEMPLATES: text.optional(),
  /** A PKCS#12 file (.p12, .pfx) whose key signs certificates and letters; without it the program makes one. */
  SIGNING_P12: text.optional(),
  /** What opens that file. */
  SIGNING_P12_PASSWORD: z.string().default(''),
  /** Years a certificate lasts; 0 is without end. It holds for certificates issued from then on. */
  CERTIFICATE_YEARS: wholeNumber(0, 10).default(0),
  /** Days an agency has to answer before its certificate may be suspended or revoked. */
  CERTIFICATE_ANSWER_DAYS: wholeNumber(7, 365).default(30),
  /** Whether certified agencies are asked once a year how they stand: `yes` or `no`. */
  YEARLY_CHECK_IN: z.enum(['yes', 'no'], 'Enter yes or no.').default('no'),
  /** A token that /metrics asks for; without it /metrics answers only this machine. */
  METRICS_TOKEN: text.min(16, 'Enter a token of 16 characters or more.').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'Enter debug, info, warn, error or silent.')
    .default('info'),
  /** The campaign's own words, shown on every page. */
  CAMPAIGN_NAME: text.default('One Mind Campaign'),
  CAMPAIGN_ISSUER: text.default('International Association of Chiefs of Police'),
  CAMPAIGN_CONTACT: text.default('onemindcampaign@theiacp.org'),
  CAMPAIGN_SUPPORT_STATEMENT: text.default(
    'This project is supported by Cooperative Agreement No. 2019-NT-BX-K002 awarded by the Bureau of Justice Assistance.',
  ),
  CAMPAIGN_DISCLAIMER: text.default(
    'Opinions and references on this site are those of their authors. They are not endorsements by the awarding agency.',
  ),
  /** Who signs certificates and letters. */
  SIGNATORY_NAME: text.default('The President'),
  SIGNATORY_TITLE: text.default('President, International Association of Chiefs of Police'),
});

export type Settings = z.infer<typeof settings>;
