import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { newBackupCodes } from './second-factor-code.ts';
import { sessionLimits, signInLinkMinutes } from './session-rules.ts';
import { storedLinkToken } from './token.ts';

const seconds = (milliseconds: number) => milliseconds / 1000;

/**
 * better-auth over the schema `identity`, under our own names. Its HTTP handler is never mounted: pages call its
 * functions, so that only the ways in that we show exist.
 */
export function createAuth(deps: { readonly config: Config; readonly db: Database; readonly log: Logger }) {
  const { config, log } = deps;
  const site = new URL(config.siteUrl);
  return betterAuth({
    appName: config.campaign.name,
    baseURL: config.siteUrl,
    secret: config.secret,
    database: { db: deps.db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) =>
        level === 'error' ? log.error({ part: 'identity' }, message) : log.debug(message),
    },
    rateLimit: { enabled: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
      // The cookie and the row live to the absolute limit; the idle limit is ours, kept in `updated_at`.
      expiresIn: seconds(sessionLimits.absolute),
      disableSessionRefresh: true,
      freshAge: seconds(sessionLimits.fresh),
    },
    account: {
      modelName: 'account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'onemind',
      useSecureCookies: site.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
      // Our migrations keep the schema and our tests prove it: no look at start, which a database away would fail.
      database: { generateId: 'uuid', joins: true, validateSchema: false },
    },
    plugins: [
      magicLink({
        storeToken: { type: 'custom-hasher', hash: async (token) => storedLinkToken(token) },
        expiresIn: signInLinkMinutes * 60,
        // Whoever asked for the token writes the mail (or none): it is handed back to them here.
        sendMagicLink: ({ token, metadata }) => {
          const receive: unknown = metadata?.receive;
          if (typeof receive !== 'function') throw new Error('Nobody receives the sign-in token.');
          receive(token);
        },
      }),
      twoFactor({
        issuer: config.campaign.name,
        allowPasswordless: true,
        backupCodeOptions: { customBackupCodesGenerate: newBackupCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: site.hostname,
        rpName: config.campaign.name,
        origin: site.origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => {
            if (!verification.registrationInfo?.userVerified) throw new APIError('UNAUTHORIZED');
          },
        },
        authentication: {
          // Only a device that checked finger, face or PIN is two factors in one.
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED');
          },
        },
        schema: {
          passkey: {
            fields: {
              userId: 'person_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
