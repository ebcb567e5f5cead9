import type { Brand } from '../brand.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { personKey } from '../training/record-key.ts';
import type { RecordMatch } from '../training/record-matching.ts';
import type { SignOffRow } from './sign-off-row.ts';

/** A person as sign-off lists write them; or one line of one list, where several people have the name. */
export type SignOffKey = Brand<'SignOffKey'>;

/** Who somebody said it is; undefined when they are not on this roster. */
export type SaidOfSignOff = StaffId | undefined;

/** What was said before; `people` are those on the roster, since somebody who left it can't be meant any more. */
export interface SignOffDecisions {
  readonly said: ReadonlyMap<SignOffKey, SaidOfSignOff>;
  readonly people: ReadonlySet<StaffId>;
}

/** Under what an answer about a line is remembered: the same name written again may be another person's where several have it. */
export function signOffKey(
  row: Pick<SignOffRow, 'name' | 'employeeNumber'>,
  match: RecordMatch<StaffId>,
  line: { readonly importId: string; readonly row: number },
): SignOffKey {
  const isShared = match.kind === 'doubtful' && match.reason.startsWith('several-');
  const key = isShared ? `${line.importId} ${line.row}` : personKey(row.employeeNumber, row.name);
  return key as SignOffKey;
}

/** What holds for a line; `open` while nobody has said anything, or somebody who is gone was meant. */
export function settledAs(
  { said, people }: SignOffDecisions,
  key: SignOffKey,
): { readonly is: 'person'; readonly staff: StaffId } | { readonly is: 'nobody' } | { readonly is: 'open' } {
  if (!said.has(key)) return { is: 'open' };
  const staff = said.get(key);
  if (staff === undefined) return { is: 'nobody' };
  return people.has(staff) ? { is: 'person', staff } : { is: 'open' };
}
