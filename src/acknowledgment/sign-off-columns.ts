import type { FieldDescription } from '../columns/column-fit.ts';
import { type ColumnProposal, proposeColumns } from '../columns/column-proposal.ts';
import { isKnownHeading } from '../columns/known-heading.ts';
import { withSplitName } from '../columns/split-name.ts';
import {
  looksLikeCodes,
  looksLikeDates,
  looksLikeFiledNames,
  looksLikeFullNames,
  looksLikeSingleNames,
} from '../columns/value-shapes.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { headingsOf } from '../training/training-headings.ts';

/** What a list of who signed a policy says. */
export type SignOffField =
  | 'employeeNumber'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'middleName'
  | 'suffix'
  | 'signedOn'
  | 'version';

const list = (text: string) => text.split(',').map((heading) => heading.trim());

/** The headings of the systems that collect signatures, the surest first, folded as `foldHeading` writes them. */
const signedHeadings =
  list(`date signed, signed date, signed on, signature date, date of signature, signed at, signed,
  acknowledged on, date acknowledged, acknowledgment date, acknowledgement date, acknowledged, acknowledgment,
  sign off date, signoff date, date read, read on, read and signed, attested on, attestation date, completion date,
  date completed, completed on, completed, date`);
const versionHeadings =
  list(`policy number, policy no, document number, document no, order number, general order,
  policy version, document version, version, revision, rev, policy, policy name, policy title, document,
  document name, document title, order`);

/** What a list may hold, and how its columns are told. */
export const signOffFields: readonly FieldDescription<SignOffField>[] = [
  { field: 'employeeNumber', names: headingsOf('employeeNumber'), looksLike: looksLikeCodes, values: 'ids' },
  {
    field: 'fullName',
    names: headingsOf('fullName'),
    looksLike: (cells) => Math.max(looksLikeFiledNames(cells), 0.75 * looksLikeFullNames(cells)),
    tellsByValues: true,
  },
  { field: 'familyName', names: headingsOf('familyName'), looksLike: looksLikeSingleNames },
  { field: 'givenName', names: headingsOf('givenName'), looksLike: looksLikeSingleNames },
  { field: 'middleName', names: headingsOf('middleName') },
  { field: 'suffix', names: headingsOf('suffix') },
  { field: 'signedOn', names: signedHeadings, looksLike: looksLikeDates, values: 'dates' },
  { field: 'version', names: versionHeadings },
];

export function isSignOffHeading(heading: string): boolean {
  return isKnownHeading(signOffFields, heading);
}

/** Whether some heading tells of a signature. */
export function tellsOfSignatures(headings: readonly string[]): boolean {
  const signed = signOffFields.filter(({ field }) => field === 'signedOn');
  return headings.some((heading) => isKnownHeading(signed, heading));
}

const nameFields = { full: 'fullName', family: 'familyName', given: 'givenName' } as const;

/** What each column of a list is taken for. */
export function proposeSignOffColumns(
  headings: readonly string[],
  sample: readonly SheetRow[],
): ColumnProposal<SignOffField> {
  return withSplitName(proposeColumns(signOffFields, headings, sample), sample, nameFields);
}
