import { type Selectable, sql } from 'kysely';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { Invitation as InvitationTable } from '../database/schema.ts';
import type { Invitation, InvitationEnding, InvitationInto, InvitationNames } from './invitation.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

export interface InvitationToKeep {
  readonly tokenHash: Buffer;
  readonly email: string;
  readonly name: string | undefined;
  readonly into: InvitationInto;
  readonly leadsTo: string;
  readonly invitedBy: PersonId | undefined;
  readonly days: number;
}

/** Keeps an invitation. An open one for the same address and role is replaced, and its link stops working. */
export async function insertInvitation(tx: Transaction, invitation: InvitationToKeep): Promise<string> {
  const { into } = invitation;
  const row = await tx
    .insertInto('invitation')
    .values({
      token_hash: invitation.tokenHash,
      email: invitation.email,
      invited_name: invitation.name ?? null,
      place: into.place,
      agency_id: 'agency' in into ? (into.agency ?? null) : null,
      partner_id: 'partner' in into ? into.partner : null,
      role: into.role,
      leads_to: invitation.leadsTo,
      invited_by: invitation.invitedBy ?? null,
      expires_at: sql`now() + make_interval(days => ${invitation.days})`,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['place', 'agency_id', 'partner_id', 'email', 'role'])
        .where('accepted_at', 'is', null)
        .where('revoked_at', 'is', null)
        .doUpdateSet((eb) => ({
          token_hash: eb.ref('excluded.token_hash'),
          leads_to: eb.ref('excluded.leads_to'),
          invited_by: eb.ref('excluded.invited_by'),
          invited_name: eb.ref('excluded.invited_name'),
          created_at: sql`now()`,
          expires_at: eb.ref('excluded.expires_at'),
        })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findInvitationByToken(
  tx: Transaction,
  tokenHash: Buffer,
): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row && invitationOf(row);
}

/** The invitation, locked until this transaction ends, so that two clicks at once follow each other. */
export async function lockInvitation(tx: Transaction, id: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && invitationOf(row);
}

/** The same, when it is an invitation into this place. */
export async function lockInvitationOf(
  tx: Transaction,
  of: InvitationsOf,
  id: string,
): Promise<Invitation | undefined> {
  const row = await invitationsOf(tx, of).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && invitationOf(row);
}

/** Whose invitations are listed. */
export type InvitationsOf = { readonly agency: AgencyId } | { readonly partner: PartnerId } | 'campaign';

/** Invitations neither accepted nor revoked, the newest first; those that ran out are among them. */
export async function listUnansweredInvitations(
  tx: Transaction,
  of: InvitationsOf,
): Promise<readonly Invitation[]> {
  const rows = await invitationsOf(tx, of)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(invitationOf);
}

/** Nobody accepts one of them from here to the end of the transaction. */
export async function lockUnansweredInvitations(tx: Transaction, of: InvitationsOf): Promise<void> {
  await invitationsOf(tx, of)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

function invitationsOf(tx: Transaction, of: InvitationsOf) {
  const all = tx.selectFrom('invitation').selectAll();
  if (of === 'campaign') return all.where('place', '=', 'campaign');
  if ('agency' in of) return all.where('place', '=', 'agency').where('agency_id', '=', of.agency);
  return all.where('place', '=', 'partner').where('partner_id', '=', of.partner);
}

export async function markAccepted(tx: Transaction, id: string, person: PersonId): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ accepted_at: sql`now()`, accepted_by: person })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
}

export async function markRevoked(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The names that an invitation's page and mail show. */
export async function findInvitationNames(tx: Transaction, id: string): Promise<InvitationNames> {
  const row = await tx
    .selectFrom('invitation as i')
    .leftJoin('agency as a', 'a.id', 'i.agency_id')
    .leftJoin('partner_organization as o', 'o.id', 'i.partner_id')
    .leftJoin('person as p', 'p.id', 'i.invited_by')
    .select(['a.name as agency_name', 'o.name as partner_name', 'p.name as inviter_name'])
    .where('i.id', '=', id)
    .executeTakeFirst();
  return {
    agencyName: row?.agency_name ?? undefined,
    partnerName: row?.partner_name ?? undefined,
    inviterName: row?.inviter_name || undefined,
  };
}

function invitationOf(row: Selectable<InvitationTable>): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.invited_name ?? undefined,
    into: intoOf(row),
    leadsTo: row.leads_to,
    invitedBy: (row.invited_by ?? undefined) as PersonId | undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ending: endingOf(row),
  };
}

/** The table's checks hold what is assumed here about place and ids. */
function intoOf(row: Selectable<InvitationTable>): InvitationInto {
  if (row.place === 'partner' && row.partner_id) {
    return {
      place: 'partner',
      partner: row.partner_id as PartnerId,
      agency: (row.agency_id ?? undefined) as AgencyId | undefined,
      role: 'representative',
    };
  }
  if (row.place === 'agency' && row.agency_id) {
    return { place: 'agency', agency: row.agency_id as AgencyId, role: row.role as AgencyRole };
  }
  return { place: 'campaign', role: row.role as CampaignRole };
}

function endingOf(row: Selectable<InvitationTable>): InvitationEnding | undefined {
  if (row.accepted_at && row.accepted_by) {
    return { how: 'accepted', at: row.accepted_at, by: row.accepted_by as PersonId };
  }
  return row.revoked_at ? { how: 'revoked', at: row.revoked_at } : undefined;
}
