import { resolve } from 'node:path';
import { rememberedSecret } from './remembered-secret.ts';
import type { ReviewLimits } from './review/review-limits.ts';
import { type Settings, settings } from './settings.ts';

export interface CampaignWords {
  readonly name: string;
  readonly issuer: string;
  readonly contact: string;
  readonly supportStatement: string;
  readonly disclaimer: string;
  readonly signatory: { readonly name: string; readonly title: string };
}

/** A PKCS#12 file with the key that signs documents. */
export interface SigningFile {
  readonly path: string;
  readonly password: string;
}

export interface Config {
  readonly mode: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  readonly siteUrl: string;
  /** Where the site was before. */
  readonly formerSiteUrls: readonly string[];
  readonly secret: string;
  readonly dataDirectory: string;
  readonly database: {
    readonly ownerUrl: string | undefined;
    readonly appUrl: string | undefined;
    readonly identityUrl: string | undefined;
    readonly poolSize: number;
    readonly timeoutSeconds: number;
  };
  readonly jobThreads: number;
  readonly importKeptDays: number;
  readonly batchKeptDays: number;
  readonly review: ReviewLimits;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly s3:
    | { readonly bucket: string; readonly region: string; readonly endpoint: string | undefined }
    | undefined;
  readonly clamavHost: string | undefined;
  readonly trustedProxies: number;
  readonly drainSeconds: number;
  readonly documentTemplates: string | undefined;
  readonly signingFile: SigningFile | undefined;
  readonly certificates: {
    /** 0 is without end. */
    readonly years: number;
    readonly answerDays: number;
    readonly yearlyCheckIn: boolean;
  };
  readonly metricsToken: string | undefined;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly campaign: CampaignWords;
}

/** A setting that can't be used; the message names the variable and says what to write. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Parses the environment once. Throws a ConfigError that names every setting that can't be used. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''));
  const parsed = settings.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...unknownSettings(given),
    ...(parsed.data ? missingTogether(parsed.data) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults.join('\n'));
  return configOf(parsed.data);
}

function configOf(env: Settings): Config {
  const dataDirectory = resolve(env.ONEMIND_DATA);
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    formerSiteUrls: env.FORMER_SITE_URLS,
    secret: env.ONEMIND_SECRET ?? secretIn(dataDirectory),
    dataDirectory,
    database: {
      ownerUrl: env.DATABASE_URL,
      appUrl: env.DATABASE_APP_URL,
      identityUrl: env.DATABASE_IDENTITY_URL,
      poolSize: env.DATABASE_POOL,
      timeoutSeconds: env.DATABASE_TIMEOUT,
    },
    jobThreads: env.JOB_THREADS,
    importKeptDays: env.IMPORT_KEPT_DAYS,
    batchKeptDays: env.BATCH_KEPT_DAYS,
    review: {
      targetDays: env.REVIEW_TARGET_DAYS,
      answerDays: env.REVIEW_ANSWER_DAYS,
      followUps: env.REVIEW_FOLLOW_UPS,
    },
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    s3: env.S3_BUCKET
      ? { bucket: env.S3_BUCKET, region: env.S3_REGION, endpoint: env.S3_ENDPOINT }
      : undefined,
    clamavHost: env.CLAMAV_HOST,
    trustedProxies: env.TRUSTED_PROXIES,
    drainSeconds: env.DRAIN_SECONDS,
    documentTemplates: env.DOCUMENT_TEMPLATES,
    signingFile: env.SIGNING_P12
      ? { path: resolve(env.SIGNING_P12), password: env.SIGNING_P12_PASSWORD }
      : undefined,
    certificates: {
      years: env.CERTIFICATE_YEARS,
      answerDays: env.CERTIFICATE_ANSWER_DAYS,
      yearlyCheckIn: env.YEARLY_CHECK_IN === 'yes',
    },
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

/** A misspelt setting would be passed over in silence; of those that only this program reads, it can be told. */
function unknownSettings(given: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(given)
    .filter((name) => /^(ONEMIND|CAMPAIGN|SIGNATORY|SIGNING)_/.test(name) && !(name in settings.shape))
    .map((name) => `${name}: There is no such setting. See src/settings.ts for their names.`);
}

function missingTogether(env: Settings): readonly string[] {
  const faults: string[] = [];
  if (env.NODE_ENV === 'production') {
    if (!env.SITE_URL)
      faults.push(
        'SITE_URL: Enter the address people reach the site under, such as https://onemind.example.org.',
      );
    if (!env.ONEMIND_SECRET)
      faults.push('ONEMIND_SECRET: Enter a secret of 32 characters or more, and keep it.');
    if (!env.DATABASE_URL && !env.DATABASE_APP_URL)
      faults.push(
        'DATABASE_URL: Enter the address of your PostgreSQL server. The embedded one is for trying things out.',
      );
  }
  if (Boolean(env.DATABASE_APP_URL) !== Boolean(env.DATABASE_IDENTITY_URL))
    faults.push('DATABASE_APP_URL, DATABASE_IDENTITY_URL: Enter both or neither.');
  return faults;
}

function secretIn(dataDirectory: string): string {
  try {
    return rememberedSecret(dataDirectory);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`ONEMIND_DATA: The secret in ${dataDirectory} can't be read or made (${reason}).`, {
      cause,
    });
  }
}
