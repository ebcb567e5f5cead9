import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { Pseudonym } from '../snapshot/counted-person.ts';
import type { ProofDecision } from '../snapshot/sample-place.ts';
import type { ShownProof } from './case-proof.ts';

interface ProofRow {
  readonly submission_id: SubmissionId;
  readonly place: number;
  readonly person: Pseudonym;
  readonly staff: ShownProof['staff'] | null;
  readonly program: Program;
  readonly course: string;
  readonly completed_on: CalendarDate;
  readonly shown_at: Date;
  readonly sha256: string;
  readonly file_name: string;
  readonly decision: ProofDecision | null;
  readonly word: string;
  readonly decided_at: Date;
}

/**
 * Every proof that the agency showed in these rounds, with what the reviewer last found about it; in the order of the
 * records, and of each the first proof first. A finding that was set aside is none. Acts for the agency; one query.
 */
export async function listShownProofs(
  tx: Transaction,
  agency: AgencyId,
  rounds: readonly SubmissionId[],
): Promise<readonly ShownProof[]> {
  const { rows } = await sql<ProofRow>`
    select p.submission_id, p.place, r.person, r.program, r.completed_on, p.shown_at, f.sha256, f.name as file_name,
      coalesce(nullif(r.course, ''), t.course_title, '') as course,
      case when m.id is not null then jsonb_build_object('family', m.family_name, 'given', m.given_name,
        'middle', m.middle_name, 'suffix', m.suffix, 'number', m.employee_number) end as staff,
      d.decision, d.word, d.decided_at
    from sample_proof p
    join stored_file f on f.agency_id = p.agency_id and f.id = p.file_id
    join sampled_record r on r.agency_id = p.agency_id and r.submission_id = p.submission_id and r.place = p.place
    join sampled_person s on s.agency_id = p.agency_id and s.submission_id = p.submission_id and s.place = p.place
    left join staff_member m on m.agency_id = s.agency_id and m.id = s.staff_id
    left join training_record t on t.agency_id = s.agency_id and t.id = s.record_id
    left join lateral (
      select last.* from (
        select * from sample_decision d
        where d.agency_id = p.agency_id and d.submission_id = p.submission_id and d.place = p.place and d.proof_id = p.id
        order by d.seq desc limit 1) last
      where last.set_aside_at is null) d on true
    where p.agency_id = ${agency} and p.submission_id = any(${rounds}::uuid[])
    order by p.submission_id, p.place, p.seq`.execute(tx);
  return rows.map((row) => ({
    submission: row.submission_id,
    place: row.place,
    person: row.person,
    staff: row.staff ?? undefined,
    program: row.program,
    course: row.course,
    completedOn: row.completed_on,
    shownAt: row.shown_at,
    sha256: row.sha256,
    fileName: row.file_name,
    finding: row.decision ? { decision: row.decision, word: row.word, at: row.decided_at } : undefined,
  }));
}
