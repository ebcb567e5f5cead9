import { didOf } from './did-web.ts';
import { type StatusPlace, statusEntry } from './status-entry.ts';

/** Who speaks in every credential of a site. */
export interface CredentialIssuer {
  readonly siteUrl: string;
  /** The body that recognizes, such as the campaign's association. */
  readonly name: string;
}

/** Verifiable Credentials 2.0, Open Badges 3.0 and the name of its schema's kind: what our credentials mean, and nothing else. */
export const credentialContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;

const publishedSchema = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
};

export interface CredentialFrame {
  readonly id: string;
  readonly name: string;
  readonly image: { readonly id: string; readonly type: 'Image'; readonly caption: string };
  readonly issuedAt: Date;
  readonly status: StatusPlace;
}

/** What stands in each Open Badges 3.0 AchievementCredential of a site, whatever it is about. */
export function credentialFrame(issuer: CredentialIssuer, frame: CredentialFrame) {
  return {
    '@context': credentialContexts,
    id: frame.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: frame.name,
    image: frame.image,
    issuer: { id: didOf(issuer.siteUrl), type: ['Profile'], name: issuer.name, url: issuer.siteUrl },
    validFrom: xsdTime(frame.issuedAt),
    credentialStatus: statusEntry(issuer.siteUrl, frame.status),
    credentialSchema: [publishedSchema],
  };
}

/** A moment as XML Schema and JSON Schema write it, to the second: `2026-03-05T08:00:00Z`. */
export function xsdTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
