import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting the program reads from its environment. An unset variable takes the default written here. */
const environment = z.object({
  /** `development` shows the mail outbox and writes readable logs; `production` refuses to start without its secrets. */
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Where the web server listens. */
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people reach the site under, without a slash at the end. Needed in production. */
  SITE_URL: optionalText.pipe(z.url().optional()),
  /** Signs sessions and derives the passwords of the database roles: 32 characters or more. Needed in production. */
  ONEMIND_SECRET: optionalText.pipe(z.string().min(32).optional()),
  /** Where the embedded database, stored files and the development secret lie. */
  ONEMIND_DATA: z.string().default(join(packageRoot, 'data')),
  /** PostgreSQL 15 or newer, as a user that may create roles. Without it the program starts its own. */
  DATABASE_URL: optionalText,
  /** Given when DATABASE_URL's user may not create roles: the same database as role onemind_app and onemind_identity. */
  DATABASE_APP_URL: optionalText,
  DATABASE_IDENTITY_URL: optionalText,
  /** Connections the application keeps to the database. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(12),
  /** `smtp://user:password@host:587`. Without it mail waits in the outbox. */
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().default('One Mind <no-reply@localhost>'),
  /** An S3 bucket for stored files; without it they lie in ONEMIND_DATA. Credentials come from the usual AWS variables. */
  S3_BUCKET: optionalText,
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: optionalText,
  /** host:port of a ClamAV daemon that scans every uploaded file. */
  CLAMAV_HOST: optionalText,
  /** Proxies in front of the server whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** A folder of Typst templates that replaces the certificate's and the letter's. */
  DOCUMENT_TEMPLATES: optionalText,
  /** A token that /metrics asks for; without it /metrics answers only this machine. */
  METRICS_TOKEN: optionalText,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The campaign's own words, shown on every page. */
  CAMPAIGN_NAME: z.string().default('One Mind Campaign'),
  CAMPAIGN_ISSUER: z.string().default('International Association of Chiefs of Police'),
  CAMPAIGN_CONTACT: z.string().default('onemindcampaign@theiacp.org'),
  CAMPAIGN_SUPPORT_STATEMENT: z
    .string()
    .default(
      'This project is supported by Cooperative Agreement No. 2019-NT-BX-K002 awarded by the Bureau of Justice Assistance.',
    ),
  CAMPAIGN_DISCLAIMER: z
    .string()
    .default(
      'Opinions and references on this site are those of their authors. They are not endorsements by the awarding agency.',
    ),
  /** Who signs certificates and letters. */
  SIGNATORY_NAME: z.string().default('The President'),
  SIGNATORY_TITLE: z.string().default('President, International Association of Chiefs of Police'),
});

type Environment = z.infer<typeof environment>;

export interface CampaignWords {
  readonly name: string;
  readonly issuer: string;
  readonly contact: string;
  readonly supportStatement: string;
  readonly disclaimer: string;
  readonly signatory: { readonly name: string; readonly title: string };
}

export interface Config {
  readonly mode: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  readonly siteUrl: string;
  readonly secret: string;
  readonly dataDirectory: string;
  readonly database: {
    readonly ownerUrl: string | undefined;
    readonly appUrl: string | undefined;
    readonly identityUrl: string | undefined;
    readonly poolSize: number;
  };
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly s3:
    | { readonly bucket: string; readonly region: string; readonly endpoint: string | undefined }
    | undefined;
  readonly clamavHost: string | undefined;
  readonly trustedProxies: number;
  readonly documentTemplates: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly campaign: CampaignWords;
}

/** A setting that can't be used; the message names the variable and says what to write. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Parses the environment once. Throws a ConfigError that names every setting that can't be used. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings can't be used:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const dataDirectory = resolve(env.ONEMIND_DATA);
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    siteUrl: siteUrl(env),
    secret: secret(env, dataDirectory),
    dataDirectory,
    database: {
      ownerUrl: env.DATABASE_URL,
      appUrl: env.DATABASE_APP_URL,
      identityUrl: env.DATABASE_IDENTITY_URL,
      poolSize: env.DATABASE_POOL,
    },
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    s3: env.S3_BUCKET
      ? { bucket: env.S3_BUCKET, region: env.S3_REGION, endpoint: env.S3_ENDPOINT }
      : undefined,
    clamavHost: env.CLAMAV_HOST,
    trustedProxies: env.TRUSTED_PROXIES,
    documentTemplates: env.DOCUMENT_TEMPLATES,
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
    campaign: {
      name: env.CAMPAIGN_NAME,
      issuer: env.CAMPAIGN_ISSUER,
      contact: env.CAMPAIGN_CONTACT,
      supportStatement: env.CAMPAIGN_SUPPORT_STATEMENT,
      disclaimer: env.CAMPAIGN_DISCLAIMER,
      signatory: { name: env.SIGNATORY_NAME, title: env.SIGNATORY_TITLE },
    },
  };
}

function siteUrl(env: Environment): string {
  if (env.SITE_URL) return env.SITE_URL.replace(/\/+$/, '');
  if (env.NODE_ENV === 'production') {
    throw new ConfigError(
      'SITE_URL: Enter the address people reach the site under, such as https://onemind.example.org.',
    );
  }
  return `http://localhost:${env.PORT}`;
}

function secret(env: Environment, dataDirectory: string): string {
  if (env.ONEMIND_SECRET) return env.ONEMIND_SECRET;
  if (env.NODE_ENV === 'production') {
    throw new ConfigError('ONEMIND_SECRET: Enter a secret of 32 characters or more, and keep it.');
  }
  return rememberedSecret(dataDirectory);
}

/** In development a secret is made once and kept beside the data it protects. */
function rememberedSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dataDirectory, { recursive: true });
  const made = randomBytes(32).toString('hex');
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}
