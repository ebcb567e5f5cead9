import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { listOutbox, type OutboxMessage } from '../mail/mail-store.ts';
import { type AgencyForTests, type AnAgency, anAgency } from './an-agency.ts';
import { asOwner, createTestDatabase } from './test-database.ts';

type Work<Result> = (tx: Transaction) => Promise<Result>;

/** A database of its own, one agency at a time upon it, and a way to act for everybody concerned. */
export interface AgencyStage {
  readonly databases: Parameters<typeof anAgency>[0];
  /** The agency made last. */
  readonly made: AgencyForTests;
  /** Makes the next agency. */
  given(wanted?: AnAgency): Promise<AgencyForTests>;
  asMember<Result>(person: KnownPerson, work: Work<Result>): Promise<Result>;
  asCampaign<Result>(person: KnownPerson, work: Work<Result>): Promise<Result>;
  asPerson<Result>(person: KnownPerson, work: Work<Result>): Promise<Result>;
  /** Every message to an address, newest first. */
  mails(to: string): Promise<readonly OutboxMessage[]>;
  /** The actions recorded about the agency, oldest first; `subject` is the kind of thing they are about. */
  audited(subject: string): Promise<readonly string[]>;
  drop(): Promise<void>;
}

export async function createAgencyStage(): Promise<AgencyStage> {
  const database = await createTestDatabase();
  const { databases, ownerUrl } = database;
  let made: AgencyForTests | undefined;
  const last = () => {
    if (!made) throw new Error('No agency was given yet.');
    return made;
  };
  return {
    databases,
    get made() {
      return last();
    },
    async given(wanted) {
      made = await anAgency(databases, wanted);
      return made;
    },
    asMember: (person, work) =>
      actingAs(databases.app, { as: 'agency', agency: last().agency.id, person: person.id }, work),
    asCampaign: (person, work) => actingAs(databases.app, { as: 'campaign', person: person.id }, work),
    asPerson: (person, work) => actingAs(databases.app, { as: 'person', person: person.id }, work),
    async mails(to) {
      const all = await actingAs(databases.app, { as: 'system' }, (tx) => listOutbox(tx, 1000));
      return all.filter(({ recipient }) => recipient === to);
    },
    async audited(subject) {
      const rows = await asOwner<{ action: string }>(
        ownerUrl,
        'select action from audit_event where agency_id = $1 and subject_kind = $2 order by seq',
        [last().agency.id, subject],
      );
      return rows.map(({ action }) => action);
    },
    drop: () => database.drop(),
  };
}
