import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { filedName } from '../person-name/person-name.ts';
import { type Candidate, candidateReasons } from './identity-doubt.ts';
import type { StaffId } from './staff-member.ts';

/** Somebody whom a staged person may be, as the preview shows them. */
export interface StagedCandidate {
  readonly staff: StaffId;
  readonly name: string;
  readonly number: string;
  readonly rank: string;
  readonly hiredOn: CalendarDate | undefined;
  readonly why: Candidate['why'];
  readonly isSettled: boolean;
}

export function stagedCandidate({ member, why, isSettled = false }: Candidate): StagedCandidate {
  const { id, name, employeeNumber, badge, rank, hiredOn } = member;
  return { staff: id, name: filedName(name), number: employeeNumber || badge, rank, hiredOn, why, isSettled };
}

const candidates = z.array(
  z.object({
    staff: z.custom<StaffId>((value) => typeof value === 'string'),
    name: z.string(),
    number: z.string(),
    rank: z.string(),
    // Left out of JSON where nobody knows it.
    hiredOn: z.custom<CalendarDate>((value) => typeof value === 'string').optional(),
    why: z.array(z.enum(candidateReasons)),
    isSettled: z.boolean(),
  }),
);

/** As they were staged, in JSON. */
export function stagedCandidatesFrom(value: unknown): readonly StagedCandidate[] {
  return value === null ? [] : candidates.parse(value).map((found) => ({ ...found, hiredOn: found.hiredOn }));
}
