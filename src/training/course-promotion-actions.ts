import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { belongsTo } from '../pledge/decision-actions.ts';
import type { PromotedLimits, PromotionRefusal, SaidCourse } from './course-promotion.ts';
import { insertPromotedDecision, listSaidCourses, pageOfSaidCourses } from './course-promotion-store.ts';

export { listSaidCourses, pageOfSaidCourses };

/**
 * What an agency says a course was holds for every agency from now on; each of them catches up when its training is
 * next read. Nobody may decide who belongs to the only agency that says so.
 */
export async function promoteCourseDecision(
  tx: Transaction,
  course: Pick<SaidCourse, 'courseKey' | 'program'>,
  decision: PromotedLimits & { readonly reason: string },
  by: PersonId,
): Promise<Outcome<undefined, PromotionRefusal>> {
  const [said] = await listSaidCourses(tx, 1, course);
  if (!said) return refused({ code: 'nobody-says-so' });
  const [first, ...others] = said.sayings;
  if (first && others.length === 0 && (await belongsTo(tx, by, first.agency as AgencyId)))
    return refused({ code: 'own-agency' });
  if (!(await insertPromotedDecision(tx, said, decision, decision.reason, by)))
    return refused({ code: 'decided-already' });
  const { courseKey, program } = said;
  await recordAudit(tx, 'campaign', {
    action: 'course-decision-promoted',
    subject: { kind: 'course', id: courseKey },
    details: { program, agencies: said.sayings.length },
  });
  return done(undefined);
}
