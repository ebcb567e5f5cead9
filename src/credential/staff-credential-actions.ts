import { randomBytes, randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import {
  type AgencyId,
  actingAs,
  type PersonId,
  switchActing,
  type Transaction,
} from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { ownRecordOf } from '../own-record/own-record-actions.ts';
import { currentSigningKey } from '../signing-key/signing-key-actions.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import { type CreditedTraining, creditedTrainings } from './credited-training.ts';
import { signCredential } from './signed-credential.ts';
import { staffCredential } from './staff-credential.ts';
import {
  type EndedBecause,
  insertStaffCredential,
  type ListedStaffCredential,
  listStaffCredentialsOf,
  type StaffCredentialId,
  updateStaffCredentialEnded,
} from './staff-credential-store.ts';
import { issuerOf, type SigningDeps, takeStatusPlace } from './status-list-actions.ts';

export {
  findLiveStaffCredential,
  type ListedStaffCredential,
  listStaffCredentials,
  type StaffCredentialId,
} from './staff-credential-store.ts';

/** Somebody at an agency who acts for themselves. */
export interface Oneself {
  readonly agency: Pick<AgencyPlace, 'id' | 'name' | 'slug'>;
  readonly person: PersonId;
  readonly email: string;
}

export interface OwnCredentials {
  readonly trainings: readonly CreditedTraining[];
  readonly credentials: readonly ListedStaffCredential[];
}

const mostShown = 100;

/** What a person could have a credential of, and what they have. Undefined while their account is not linked. */
export async function ownCredentials(
  app: Database,
  { agency, person }: Oneself,
  today: CalendarDate,
): Promise<OwnCredentials | undefined> {
  const own = await ownRecordOf(app, { agency: agency.id, person }, today);
  if (!own) return undefined;
  const credentials = await actingAs(app, { as: 'person', person }, (tx) =>
    listStaffCredentialsOf(tx, agency.id, person, mostShown),
  );
  return { trainings: creditedTrainings(own.training.classes), credentials };
}

export type StaffCredentialRefusal =
  | { readonly code: 'account-not-linked' }
  /** Not the person's own, or it counts for nothing. */
  | { readonly code: 'training-does-not-count' }
  | { readonly code: 'credential-here-already' };

/** Issues a credential of one training to the person themselves, who asked for it, under the name they chose. */
export async function askForCredential(
  app: Database,
  oneself: Oneself,
  asked: { readonly record: TrainingRecordId; readonly holder: string },
  today: CalendarDate,
  deps: SigningDeps,
): Promise<Outcome<StaffCredentialId, StaffCredentialRefusal>> {
  const { agency, person } = oneself;
  const own = await ownRecordOf(app, { agency: agency.id, person }, today);
  if (!own) return refused({ code: 'account-not-linked' });
  const training = creditedTrainings(own.training.classes).find(({ record }) => record === asked.record);
  if (!training) return refused({ code: 'training-does-not-count' });
  return actingAs(app, { as: 'person', person }, async (tx) => {
    const at = deps.now();
    const id = randomUUID() as string as StaffCredentialId;
    const { key, status } = await switchActing(tx, { as: 'system' }, async () => ({
      key: await currentSigningKey(tx, 'credential', deps),
      status: await takeStatusPlace(tx),
    }));
    const { course, completedOn, validUntil, program } = training;
    const standard = programStandards[program];
    const salt = randomBytes(16).toString('hex');
    const facts = {
      id,
      salt,
      course,
      standard,
      completedOn,
      agency,
      holder: asked.holder,
      email: oneself.email,
    };
    const document = staffCredential(
      issuerOf(deps),
      { ...facts, ...(validUntil ? { validUntil } : {}) },
      { issuedAt: at, status },
    );
    const signed = await signCredential(document, deps.config.siteUrl, key, at);
    const made = { agency: agency.id, id, staff: own.member.id, person, at, status, completedOn };
    const row = {
      ...made,
      record: training.record,
      holder: asked.holder,
      training: standard.name,
      key: key.id,
    };
    if (!(await insertStaffCredential(tx, row, signed))) return refused({ code: 'credential-here-already' });
    await auditAsProgram(tx, agency.id, id, 'staff-credential-issued');
    return done(id);
  });
}

/** The person no longer wants it: it is given out no more, and its status says that it was ended. */
export function giveUpCredential(
  app: Database,
  { agency, person }: Pick<Oneself, 'agency' | 'person'>,
  id: StaffCredentialId,
  at: Date,
): Promise<boolean> {
  return actingAs(app, { as: 'person', person }, async (tx) => {
    const because: EndedBecause = 'own-wish';
    if (!(await updateStaffCredentialEnded(tx, agency.id, id, { by: person, because, at }))) return false;
    await auditAsProgram(tx, agency.id, id, 'staff-credential-given-up');
    return true;
  });
}

/** The agency takes it back, as when the record behind it was wrong. */
export async function revokeStaffCredential(
  tx: Transaction,
  agency: AgencyId,
  id: StaffCredentialId,
  by: PersonId,
  at: Date,
): Promise<boolean> {
  if (!(await updateStaffCredentialEnded(tx, agency, id, { by, because: 'agency', at }))) return false;
  await recordAudit(tx, { agency }, auditOf(id, 'staff-credential-revoked'));
  return true;
}

/** Who acts for themselves writes into no agency's chain: the program says what was done, never who. */
function auditAsProgram(tx: Transaction, agency: AgencyId, id: string, action: string): Promise<void> {
  return switchActing(tx, { as: 'system' }, () => recordAudit(tx, { agency }, auditOf(id, action)));
}

function auditOf(id: string, action: string) {
  return { action, subject: { kind: 'staff-credential', id } };
}
