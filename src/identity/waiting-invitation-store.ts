import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { InvitedRole, WaitingInvitation } from './invitation.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

interface WaitingRow {
  readonly id: string;
  readonly place: 'agency' | 'partner' | 'campaign';
  readonly role: string;
  readonly agency_name: string | null;
  readonly partner_name: string | null;
  readonly inviter_name: string | null;
  readonly expires_at: Date;
}

/** Open invitations to the address of the person that the transaction acts for, the newest first. */
export async function listWaitingInvitations(tx: Transaction): Promise<readonly WaitingInvitation[]> {
  const { rows } = await sql<WaitingRow>`
    select id, place, role, agency_name, partner_name, inviter_name, expires_at
    from invitations_of_acting_person()`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    into: invitedRole(row),
    names: {
      agencyName: row.agency_name ?? undefined,
      partnerName: row.partner_name ?? undefined,
      inviterName: row.inviter_name ?? undefined,
    },
    expiresAt: row.expires_at,
  }));
}

/** What the newest invitation calls the person that the transaction acts for. */
export async function findInvitedName(tx: Transaction): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`
    select invited_name_of_acting_person() as name`.execute(tx);
  return rows[0]?.name ?? undefined;
}

function invitedRole({ place, role }: WaitingRow): InvitedRole {
  switch (place) {
    case 'agency':
      return { place, role: role as AgencyRole };
    case 'partner':
      return { place, role: 'representative' };
    case 'campaign':
      return { place, role: role as CampaignRole };
  }
}
