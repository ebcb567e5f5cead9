import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { Pseudonym } from './counted-person.ts';
import type { KeptProof, SampledPerson, SamplePlace, SampleProofId } from './sample-place.ts';
import type { ProofState } from './sample-standing.ts';
import type { SampledSubmission } from './snapshot-store.ts';

type Of = Pick<SampledSubmission, 'agency' | 'id'>;

/** Which places are listed: those asked for, in one state or in all. */
export interface PlacesQuery {
  readonly wanted: number;
  readonly state: ProofState | 'all';
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

export interface Listed<Row> {
  readonly places: readonly Row[];
  readonly total: number;
}

interface PlaceRow {
  readonly place: number;
  readonly person: Pseudonym;
  readonly record: Pseudonym;
  readonly kind: 'sworn' | 'non-sworn';
  readonly category: string;
  readonly program: Program;
  readonly register_entry: string | null;
  readonly course: string;
  readonly hours: string | null;
  readonly completed_on: CalendarDate;
  readonly valid_until: CalendarDate | null;
  readonly state: ProofState;
  readonly proof_id: SampleProofId | null;
  readonly file_id: StoredFileId | null;
  readonly word: string;
  readonly total: number;
}

interface PersonRow extends PlaceRow {
  readonly staff: {
    readonly id: StaffId;
    readonly family: string;
    readonly given: string;
    readonly middle: string;
    readonly suffix: string;
    readonly number: string;
  } | null;
  readonly own_title: string;
  readonly kept: readonly KeptProof[] | null;
}

const facts = sql`r.place, r.person, r.record, r.kind, r.category, r.program, r.register_entry, r.course,
  r.hours, r.completed_on,
  r.valid_until, p.state, p.proof_id, p.file_id, p.word, count(*) over () as total`;

const joined = sql`from sampled_record r
  join sample_place p on p.agency_id = r.agency_id and p.submission_id = r.submission_id and p.place = r.place`;

/** The place stays asked for when its person is gone from the roster. */
const people = sql`join sampled_person s
    on s.agency_id = r.agency_id and s.submission_id = r.submission_id and s.place = r.place
  left join staff_member m on m.agency_id = s.agency_id and m.id = s.staff_id
  left join training_record t on t.agency_id = s.agency_id and t.id = s.record_id`;

function personFacts(of: Of) {
  return sql`${facts}, case when m.id is not null then jsonb_build_object('id', m.id, 'family', m.family_name,
    'given', m.given_name, 'middle', m.middle_name, 'suffix', m.suffix, 'number', m.employee_number) end as staff,
    coalesce(t.course_title, '') as own_title,
    (${keptProofs(of)}) as kept`;
}

/** Places as the campaign sees them: pseudonyms and facts. Names are not its to see. */
export async function listPlaces(tx: Transaction, of: Of, query: PlacesQuery): Promise<Listed<SamplePlace>> {
  const { rows } = await sql<PlaceRow>`select ${facts} ${joined}
    where ${asked(of, query)} ${searched(query.search, [sql`r.person`, sql`r.course`])}
    order by r.place limit ${query.limit} offset ${query.offset}`.execute(tx);
  return { places: rows.map(placeOf), total: rows[0]?.total ?? 0 };
}

/** Places as the agency sees them: whom each means, and what it keeps already as proof of the record. */
export async function listPeoplesPlaces(
  tx: Transaction,
  of: Of,
  query: PlacesQuery,
): Promise<Listed<SampledPerson>> {
  const names = [
    sql`coalesce(m.family_name, '')`,
    sql`coalesce(m.given_name, '')`,
    sql`coalesce(m.employee_number, '')`,
    sql`coalesce(t.course_title, r.course)`,
    sql`r.person`,
  ];
  const { rows } = await sql<PersonRow>`select ${personFacts(of)} ${joined} ${people}
    where ${asked(of, query)} ${searched(query.search, names)}
    order by r.place limit ${query.limit} offset ${query.offset}`.execute(tx);
  return { places: rows.map(sampledPerson), total: rows[0]?.total ?? 0 };
}

/** One place as the campaign sees it. */
export async function findPlace(tx: Transaction, of: Of, place: number): Promise<SamplePlace | undefined> {
  const { rows } = await sql<PlaceRow>`select ${facts} ${joined}
    where r.agency_id = ${of.agency} and r.submission_id = ${of.id} and r.place = ${place}`.execute(tx);
  return rows[0] && placeOf(rows[0]);
}

/** One place as the agency sees it. */
export async function findPersonsPlace(
  tx: Transaction,
  of: Of,
  place: number,
): Promise<SampledPerson | undefined> {
  const { rows } = await sql<PersonRow>`select ${personFacts(of)} ${joined} ${people}
    where r.agency_id = ${of.agency} and r.submission_id = ${of.id} and r.place = ${place}`.execute(tx);
  return rows[0] && sampledPerson(rows[0]);
}

/** Certificates that somebody sent in and that were confirmed for the record, and proofs of it that held in another round. */
function keptProofs(of: Of) {
  return sql`select jsonb_agg(distinct jsonb_build_object('file', f.id, 'name', f.name))
    from stored_file f
    where f.agency_id = ${of.agency} and f.id in (
      select c.file_id from submitted_certificate c
      where c.agency_id = ${of.agency} and c.record_id = s.record_id and c.state = 'confirmed'
      union
      select o.file_id from sampled_person e
      join sample_place o on o.agency_id = e.agency_id and o.submission_id = e.submission_id and o.place = e.place
      where e.agency_id = ${of.agency} and e.record_id = s.record_id and e.submission_id <> ${of.id}
        and o.state in ('shown', 'accepted'))`;
}

function asked(of: Of, { wanted, state }: PlacesQuery) {
  const inState = state === 'all' ? sql`true` : sql`p.state = ${state}`;
  return sql`r.agency_id = ${of.agency} and r.submission_id = ${of.id} and r.place <= ${wanted} and ${inState}`;
}

function searched(search: string, columns: readonly RawBuilder<unknown>[]) {
  const conditions = wordPatterns(search).map((pattern) => {
    const anyOf = sql.join(
      columns.map((column) => sql`lower(${column}) like ${pattern}`),
      sql` or `,
    );
    return sql`and (${anyOf})`;
  });
  return sql.join(conditions, sql` `);
}

function placeOf(row: PlaceRow): SamplePlace {
  return {
    place: row.place,
    person: row.person,
    kind: row.kind,
    category: row.category,
    record: {
      ref: row.record,
      program: row.program,
      ...(row.register_entry && { course: { entry: Number(row.register_entry), title: row.course } }),
      ...(row.hours === null ? {} : { hours: Number(row.hours) }),
      completedOn: row.completed_on,
      ...(row.valid_until && { validUntil: row.valid_until }),
    },
    state: row.state,
    proof: row.proof_id && row.file_id ? { id: row.proof_id, file: row.file_id } : undefined,
    word: row.word,
  };
}

function sampledPerson(row: PersonRow): SampledPerson {
  return {
    ...placeOf(row),
    staff: row.staff ? staffOf(row.staff) : undefined,
    ownTitle: row.own_title,
    kept: row.kept ?? [],
  };
}

function staffOf({ id, number, ...name }: NonNullable<PersonRow['staff']>) {
  return { id, name: name satisfies PersonName, number };
}
