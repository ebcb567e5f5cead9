import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from './staff-member.ts';

/** What else named a person who was merged into another. */
export interface MovedReferences {
  /** Class sessions in which the seat went over. */
  readonly seats: readonly string[];
  /** Of sessions in which both had a seat: the seat that gave way and its attendance, as rows of the database. */
  readonly givenUp: { readonly seats: readonly unknown[]; readonly attendance: readonly unknown[] };
  readonly certificates: readonly string[];
  readonly accounts: readonly string[];
  readonly invitations: readonly string[];
  /** Credentials that the person asked for about their own training. */
  readonly credentials: readonly string[];
  /** Places of samples that mean one of the person's records. */
  readonly sampled: readonly { readonly submission: string; readonly place: number }[];
  /** Whom as written on sign-off lists somebody had said to be the person. */
  readonly signOffs: readonly string[];
}

interface Move {
  readonly from: StaffId;
  readonly to: StaffId;
}

/** Whether both sign in with an account of their own. */
export async function haveAccountsBoth(tx: Transaction, agency: AgencyId, { from, to }: Move) {
  const rows = await tx
    .selectFrom('staff_account')
    .select('staff_id')
    .where('agency_id', '=', agency)
    .where('staff_id', 'in', [from, to])
    .where('ended_at', 'is', null)
    .execute();
  return rows.length > 1;
}

/** Class sessions wait: who seats people or takes attendance locks them first, too. */
export async function lockSessionsOf(tx: Transaction, agency: AgencyId, { from, to }: Move): Promise<void> {
  await sql`
    select id from class_session where agency_id = ${agency} and id in (
      select session_id from class_seat where agency_id = ${agency} and staff_id in (${from}, ${to}))
    order by id for update`.execute(tx);
}

/** Gives everything that names one person to the other, but for training records. */
export async function moveReferences(
  tx: Transaction,
  agency: AgencyId,
  move: Move,
): Promise<MovedReferences> {
  const givenUp = await giveUpDoubleSeats(tx, agency, move);
  const seats = await sql<{ id: string }>`
    update class_seat set staff_id = ${move.to} where agency_id = ${agency} and staff_id = ${move.from}
    returning session_id as id`.execute(tx);
  const certificates = await idsOf(tx, agency, 'submitted_certificate', move.from);
  await sql`select move_submitted_certificates(${certificates}::uuid[], ${move.to})`.execute(tx);
  const accounts = await idsOf(tx, agency, 'staff_account', move.from);
  await sql`select move_staff_accounts(${accounts}::uuid[], ${move.to})`.execute(tx);
  const invitations = await sql<{ id: string }>`
    update staff_invitation set staff_id = ${move.to} where agency_id = ${agency} and staff_id = ${move.from}
    returning invitation_id as id`.execute(tx);
  const credentials = await idsOf(tx, agency, 'staff_credential', move.from);
  await sql`select move_staff_credentials(${credentials}::uuid[], ${move.to})`.execute(tx);
  const sampled = await listSampled(tx, agency, move.from);
  await updateSampled(tx, sampled, move.to);
  const signOffs = await sql<{ key: string }>`
    update sign_off_decision set staff_id = ${move.to} where agency_id = ${agency} and staff_id = ${move.from}
    returning person_key as key`.execute(tx);
  return {
    seats: seats.rows.map(({ id }) => id),
    givenUp,
    certificates,
    accounts,
    invitations: invitations.rows.map(({ id }) => id),
    credentials,
    sampled,
    signOffs: signOffs.rows.map(({ key }) => key),
  };
}

/** Gives back what `moveReferences` gave, as far as it is still where it went. */
export async function returnReferences(
  tx: Transaction,
  agency: AgencyId,
  moved: MovedReferences,
  { from, to }: Move,
): Promise<void> {
  const { seats, givenUp, certificates, accounts, invitations, credentials, sampled, signOffs } = moved;
  await sql`
    update class_seat set staff_id = ${to}
    where agency_id = ${agency} and staff_id = ${from} and session_id = any(${seats}::uuid[])`.execute(tx);
  await sql`
    insert into class_seat
    select s.* from jsonb_populate_recordset(null::class_seat, ${JSON.stringify(givenUp.seats)}::jsonb) s
    where s.agency_id = ${agency} on conflict do nothing`.execute(tx);
  await sql`
    insert into class_attendance
    select a.* from jsonb_populate_recordset(null::class_attendance, ${JSON.stringify(givenUp.attendance)}::jsonb) a
    join class_day d on d.agency_id = a.agency_id and d.session_id = a.session_id and d.day = a.day
    where a.agency_id = ${agency} on conflict do nothing`.execute(tx);
  await sql`select move_submitted_certificates(${certificates}::uuid[], ${to})`.execute(tx);
  await sql`select move_staff_accounts(${accounts}::uuid[], ${to})`.execute(tx);
  await sql`
    update staff_invitation set staff_id = ${to}
    where agency_id = ${agency} and staff_id = ${from} and invitation_id = any(${invitations}::uuid[])`.execute(
    tx,
  );
  await sql`select move_staff_credentials(${credentials}::uuid[], ${to})`.execute(tx);
  await updateSampled(tx, sampled, to);
  await sql`
    update sign_off_decision set staff_id = ${to}
    where agency_id = ${agency} and staff_id = ${from} and person_key = any(${signOffs}::text[])`.execute(tx);
}

async function listSampled(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
): Promise<MovedReferences['sampled']> {
  const rows = await tx
    .selectFrom('sampled_person')
    .select(['submission_id as submission', 'place'])
    .where('agency_id', '=', agency)
    .where('staff_id', '=', staff)
    .orderBy('submission_id')
    .orderBy('place')
    .execute();
  return rows;
}

async function updateSampled(
  tx: Transaction,
  sampled: MovedReferences['sampled'],
  staff: StaffId,
): Promise<void> {
  const submissions = sampled.map(({ submission }) => submission);
  const places = sampled.map(({ place }) => place);
  await sql`select move_sampled_people(${submissions}::uuid[], ${places}::int[], ${staff})`.execute(tx);
}

/**
 * Where both have a seat in one session, the seat that says more stays: a completed one, else one with more days of
 * attendance, else an enrolled one, else that of the person who stays.
 */
async function giveUpDoubleSeats(
  tx: Transaction,
  agency: AgencyId,
  { from, to }: Move,
): Promise<MovedReferences['givenUp']> {
  const { rows } = await sql<{ session_id: string; staff_id: string; seat: unknown; attendance: unknown[] }>`
    with both_seats as (
      select s.*, (select coalesce(jsonb_agg(to_jsonb(a) order by a.day), '[]') from class_attendance a
          where a.agency_id = s.agency_id and a.session_id = s.session_id and a.staff_id = s.staff_id) as attendance
      from class_seat s where s.agency_id = ${agency} and s.staff_id in (${from}, ${to})
    ), ranked as (
      select session_id, staff_id, attendance, to_jsonb(b) - 'attendance' as seat,
        row_number() over (partition by session_id order by outcome is null,
          (select count(*) from jsonb_array_elements(attendance) a where a ->> 'attended' <> 'absent') desc,
          array_position(array['walk-in', 'enrolled', 'waiting', 'withdrawn'], state), staff_id = ${to} desc) as place
      from both_seats b
    )
    select session_id, staff_id, seat, attendance from ranked where place > 1 order by session_id`.execute(
    tx,
  );
  for (const { session_id, staff_id } of rows) {
    for (const table of ['class_attendance', 'class_seat'] as const) {
      await tx
        .deleteFrom(table)
        .where('agency_id', '=', agency)
        .where('session_id', '=', session_id)
        .where('staff_id', '=', staff_id)
        .execute();
    }
  }
  return { seats: rows.map(({ seat }) => seat), attendance: rows.flatMap(({ attendance }) => attendance) };
}

async function idsOf(
  tx: Transaction,
  agency: AgencyId,
  table: 'submitted_certificate' | 'staff_account' | 'staff_credential',
  staff: StaffId,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom(table)
    .select('id')
    .where('agency_id', '=', agency)
    .where('staff_id', '=', staff)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
