import type { ColumnMapping } from '../columns/column-proposal.ts';
import { mappedText } from '../columns/mapped-cell.ts';
import type { CopyValue } from '../database/copying.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { matchRecord, type RecordMatch } from '../training/record-matching.ts';
import type { StaffIndex } from '../training/staff-index.ts';
import type { NearSigners } from './near-signer.ts';
import type { SignOffField } from './sign-off-columns.ts';
import type { SignOffDayDoubt } from './sign-off-day.ts';
import { type SignOffDecisions, settledAs, signOffKey } from './sign-off-decision.ts';
import type { SignOffKind } from './sign-off-import.ts';
import { interpretSignOffRow, type SignOffContext } from './sign-off-row.ts';

export const stagedColumns = [
  'agency_id',
  'import_id',
  'import_row',
  'kind',
  'remark',
  'family_name',
  'given_name',
  'middle_name',
  'suffix',
  'employee_number',
  'signed_on',
  'version',
  'staff_id',
  'match_reason',
  'candidates',
  'person_key',
] as const;

export interface SignOffStaging extends SignOffContext {
  readonly agency: string;
  readonly importId: string;
  readonly mapping: ColumnMapping<SignOffField>;
  readonly index: StaffIndex<StaffId>;
  readonly decisions: SignOffDecisions;
  /** Whom a name may mean that nobody on the roster has. */
  readonly near: NearSigners;
}

/** The lines of a list as they are staged: whom each means is decided as for training records. */
export async function* stagedSignOffs(
  batches: AsyncIterable<readonly SheetRow[]>,
  context: SignOffStaging,
): AsyncGenerator<readonly CopyValue[]> {
  for await (const batch of batches) for (const row of batch) yield stagedSignOff(row, context);
}

function stagedSignOff(row: SheetRow, context: SignOffStaging): readonly CopyValue[] {
  const head = (kind: SignOffKind, remark: string) => [
    context.agency,
    context.importId,
    row.number,
    kind,
    remark,
  ];
  const read = interpretSignOffRow(row, context.mapping, context);
  if (!read.ok) return [...head('refused', read.refusal.code), ...asWritten(row, context)];
  const { name, employeeNumber, signedOn, dayDoubt, instead, version } = read.value;
  const match = matchRecord(context.index, read.value);
  const person = [name.family, name.given, name.middle, name.suffix, employeeNumber, signedOn, version];
  // Who it is comes first: only then it matters on which day.
  const sure = dayDoubt
    ? head('review', dayRemark(dayDoubt, context))
    : head('new', instead ? `day-given ${instead.doubt} ${instead.of}` : '');
  if (match.kind === 'matched') return [...sure, ...person, match.staffId, match.how, undefined, undefined];
  const key = signOffKey(read.value, match, { importId: context.importId, row: row.number });
  const settled = settledAs(context.decisions, key);
  switch (settled.is) {
    case 'person':
      return [...sure, ...person, settled.staff, 'remembered', undefined, dayDoubt ? undefined : key];
    case 'nobody':
      return [...head('refused', 'not-on-roster'), ...person, undefined, match.reason, undefined, key];
    case 'open': {
      const { reason, candidates } = doubtfulSigner(match, name, context);
      return [...head('review', ''), ...person, undefined, reason, `{${candidates.join(',')}}`, key];
    }
  }
}

function doubtfulSigner(
  match: Exclude<RecordMatch<StaffId>, { readonly kind: 'matched' }>,
  name: PersonName,
  { near }: SignOffStaging,
): { readonly reason: string; readonly candidates: readonly StaffId[] } {
  if (match.kind === 'doubtful')
    return { reason: match.reason, candidates: match.candidates.map(({ staffId }) => staffId) };
  const candidates = near(name);
  return { reason: candidates.length > 0 ? 'name-only-alike' : match.reason, candidates };
}

/** A line that is not used shows whom it names as it stands in the list, so that somebody can find it there. */
function asWritten(row: SheetRow, { mapping }: SignOffStaging): readonly CopyValue[] {
  const text = (field: SignOffField) => mappedText(row, mapping, field);
  const full = text('fullName');
  const name =
    full === ''
      ? [text('familyName'), text('givenName'), text('middleName'), text('suffix')]
      : [full, '', '', ''];
  const person = [...name, text('employeeNumber'), undefined, text('version')];
  return [...person, undefined, undefined, undefined, undefined];
}

/** The doubt, with the first day of the version where it came before that. */
function dayRemark(doubt: SignOffDayDoubt, { firstDay }: SignOffStaging): string {
  return doubt === 'signed-before-version' ? `${doubt} ${firstDay ?? ''}` : doubt;
}
