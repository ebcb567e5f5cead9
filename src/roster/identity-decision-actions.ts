import { actingAs } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { actingFor, type Importer } from '../file-import/import-subject.ts';
import type { Deps } from '../http/environment.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStagedQuestion, insertSameForAll, replaceIdentityDecisions } from './identity-decision-store.ts';
import type { RosterChangeKind } from './roster-import.ts';
import { lockRoster } from './roster-lock-store.ts';

/** What somebody says of a staged person: one of the candidates by id, none of them, or each the only one there is. */
export type IdentityAnswer =
  | {
      readonly of: 'one';
      readonly kind: RosterChangeKind;
      readonly place: number;
      readonly same: string | 'nobody';
    }
  | { readonly of: 'all' };

/**
 * Keeps what somebody says about who a person of a file is, for this file and the next that writes them the same way.
 * The import has to be planned again then. Refused when nothing of the kind was asked.
 */
export async function decideIdentity(
  deps: Pick<Deps, 'db'>,
  who: Importer,
  id: ImportId,
  answer: IdentityAnswer,
): Promise<Outcome<undefined, { readonly code: 'not-asked' }>> {
  const agency = who.agency.id;
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    await lockRoster(tx, agency);
    if (answer.of === 'all') {
      await insertSameForAll(tx, agency, id, who.person);
      return done(undefined);
    }
    const question = await findStagedQuestion(tx, agency, id, answer);
    if (!question) return refused({ code: 'not-asked' });
    const { writing, candidates } = question;
    const chosen = candidates.find(({ staff }) => staff === answer.same);
    if (!chosen && answer.same !== 'nobody') return refused({ code: 'not-asked' });
    const said = chosen
      ? [{ staff: chosen.staff, says: 'same' as const }]
      : candidates.map(({ staff }) => ({ staff, says: 'another' as const }));
    await replaceIdentityDecisions(tx, agency, who.person, writing, said);
    return done(undefined);
  });
}
