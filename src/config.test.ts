import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { settings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onemind-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 'x'.repeat(32);

function faultOf(variables: NodeJS.ProcessEnv): string {
  try {
    readConfig({ ONEMIND_DATA: folder, ...variables });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('the settings', () => {
  it('need none to try the program out', () => {
    expect(readConfig({ ONEMIND_DATA: folder })).toMatchObject({
      mode: 'development',
      port: 3000,
      host: '127.0.0.1',
      siteUrl: 'http://localhost:3000',
      dataDirectory: folder,
      smtpUrl: undefined,
      trustedProxies: 0,
      campaign: { name: 'One Mind Campaign' },
    });
  });

  it('count as unset when they are empty', () => {
    const config = readConfig({
      ONEMIND_DATA: folder,
      PORT: '',
      SMTP_URL: ' ',
      CAMPAIGN_NAME: '',
      S3_BUCKET: '',
    });
    expect(config).toMatchObject({
      port: 3000,
      smtpUrl: undefined,
      s3: undefined,
      campaign: { name: 'One Mind Campaign' },
    });
  });

  it('are taken as they are written', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '8080',
      SITE_URL: 'https://onemind.example.org/',
      ONEMIND_SECRET: secret,
      DATABASE_URL: 'postgres:///onemind?host=/run/postgresql',
      SMTP_URL: 'smtp://mail.example.org',
      S3_BUCKET: 'files',
      S3_ENDPOINT: 'http://minio:9000',
      CLAMAV_HOST: 'clamav:3310',
      DRAIN_SECONDS: '5',
    });
    expect(config).toMatchObject({
      mode: 'production',
      port: 8080,
      siteUrl: 'https://onemind.example.org',
      secret,
      s3: { bucket: 'files', region: 'us-east-1', endpoint: 'http://minio:9000' },
      clamavHost: 'clamav:3310',
      drainSeconds: 5,
    });
  });

  it.each([
    ['NODE_ENV', 'prod'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['SITE_URL', 'onemind.example.org'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['SITE_URL', 'https://example.org/onemind'],
    ['ONEMIND_SECRET', 'short'],
    ['DATABASE_URL', 'mysql://localhost/onemind'],
    ['DATABASE_POOL', '1'],
    ['SMTP_URL', 'mail.example.org'],
    ['S3_ENDPOINT', 'minio'],
    ['CLAMAV_HOST', 'http://clamav'],
    ['TRUSTED_PROXIES', '-1'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('%s can not be %j, and the sentence says so without repeating it', (name, value) => {
    expect(faultOf({ [name]: value })).toMatch(new RegExp(`^${name}: Enter [^\\n]+$`));
    if (value !== '-1') expect(faultOf({ [name]: value })).not.toContain(`"${value}"`);
  });

  it('are all named when several can not be used', () => {
    expect(faultOf({ PORT: 'x', SMTP_URL: 'y', ONEMIND_DTA: '/srv' }).split('\n')).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^SMTP_URL: /),
      'ONEMIND_DTA: There is no such setting. See src/settings.ts for their names.',
    ]);
  });

  it('of an operator with roles of their own come in pairs', () => {
    expect(faultOf({ DATABASE_APP_URL: 'postgres://a@b/c' })).toBe(
      'DATABASE_APP_URL, DATABASE_IDENTITY_URL: Enter both or neither.',
    );
  });

  it.each([
    ['SITE_URL', { ONEMIND_SECRET: secret, DATABASE_URL: 'postgres://a@b/c' }],
    ['ONEMIND_SECRET', { SITE_URL: 'https://onemind.test', DATABASE_URL: 'postgres://a@b/c' }],
    ['DATABASE_URL', { SITE_URL: 'https://onemind.test', ONEMIND_SECRET: secret }],
  ])('in production need %s, in one sentence', (name, others) => {
    expect(faultOf({ NODE_ENV: 'production', ...others })).toMatch(new RegExp(`^${name}: Enter [^\\n]+$`));
  });

  it('are each explained where they are read', () => {
    const source = readFileSync(new URL('./settings.ts', import.meta.url), 'utf8');
    // A comment stands over a setting or over the group that it continues.
    const groups = source.slice(source.indexOf('export const settings')).split('/**');
    const explained = groups.slice(1).flatMap((group) => group.match(/^ {2}[A-Z0-9_]+(?=:)/gm) ?? []);
    expect(explained.map((name) => name.trim()).sort()).toEqual(Object.keys(settings.shape).sort());
  });
});

describe('the secret of development', () => {
  it('is made once, kept beside the data, and readable to this user alone', () => {
    const first = readConfig({ ONEMIND_DATA: join(folder, 'new', 'data') }).secret;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(readConfig({ ONEMIND_DATA: join(folder, 'new', 'data') }).secret).toBe(first);
    expect(statSync(join(folder, 'new', 'data', 'secret')).mode & 0o777).toBe(0o600);
  });

  it('is not made where the operator gave one', () => {
    readConfig({ ONEMIND_DATA: join(folder, 'other'), ONEMIND_SECRET: secret });
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });
});
