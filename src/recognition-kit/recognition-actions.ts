import { regionName } from '../agency/region.ts';
import type { Certificate } from '../certification/certificate.ts';
import { certificateStandings, listCertificates } from '../certification/certification-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { findDirectoryEntry, findDirectoryEntryOf } from '../directory/directory-actions.ts';
import type { DirectoryEntry } from '../directory/directory-entry.ts';
import { type Recognition, recognitionOf } from './recognition.ts';

/** An agency that is listed, and what may be said of it now. */
export interface Recognized {
  readonly agency: { readonly name: string; readonly slug: string; readonly place: string };
  readonly certificate: Certificate | undefined;
  readonly recognition: Recognition;
}

/** One whose certificate counts today. */
export interface CertifiedAgency extends Recognized {
  readonly certificate: Certificate;
}

/** What may be said of the agency under this name in addresses; undefined where none is listed. */
export async function recognizedBySlug(tx: Transaction, slug: string): Promise<Recognized | undefined> {
  return recognized(tx, await findDirectoryEntry(tx, slug));
}

export async function recognizedAgency(tx: Transaction, agency: AgencyId): Promise<Recognized | undefined> {
  return recognized(tx, await findDirectoryEntryOf(tx, agency));
}

async function recognized(
  tx: Transaction,
  entry: DirectoryEntry | undefined,
): Promise<Recognized | undefined> {
  if (!entry) return undefined;
  const [certificate] = await listCertificates(tx, entry.agency);
  const standings = certificate && (await certificateStandings(tx, [certificate.number]));
  return {
    agency: { name: entry.name, slug: entry.slug, place: `${entry.city}, ${regionName(entry.region)}` },
    certificate,
    recognition: recognitionOf({
      certificate,
      standing: certificate && standings?.get(certificate.number),
      pledgedOn: entry.pledgedOn,
      isListedCertified: entry.status === 'certified',
    }),
  };
}
