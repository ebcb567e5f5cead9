import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AgencyId, PersonId } from '../database/acting.ts';
import { parseMonth } from './month.ts';
import { type CountedCell, mostCounted } from './outcome-counts.ts';
import { outcomeMeasures } from './outcome-measure.ts';

/** What travels through the browser between seeing a file's counts and taking them in: sums of months, and nothing else. */
export interface SealedPreview {
  readonly agency: AgencyId;
  readonly person: PersonId;
  /** How far the agency's counts had changed when the person saw these. */
  readonly revision: number;
  /** Milliseconds since 1970: the seal holds so long. */
  readonly until: number;
  readonly cells: readonly CountedCell[];
}

const hoursValid = 4;

export function sealUntil(now: Date): number {
  return now.getTime() + hoursValid * 3_600_000;
}

/** The preview as one text that only this program can have made. */
export function sealPreview(preview: SealedPreview, secret: string): string {
  const cells = preview.cells.map(({ month, measure, count }) => [month, codeOf(measure), count]);
  const body = Buffer.from(JSON.stringify({ ...preview, cells })).toString('base64url');
  return `${body}.${signature(body, secret)}`;
}

/** The preview again, if it is whole, of this person at this agency, and not too old. */
export function openPreview(
  text: string,
  secret: string,
  by: { readonly agency: AgencyId; readonly person: PersonId },
  now: Date,
): SealedPreview | undefined {
  const [body = '', given = ''] = text.trim().split('.');
  const expected = Buffer.from(signature(body, secret));
  const shown = Buffer.from(given);
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return undefined;
  const { agency, person, revision, until, cells }: Sealed = JSON.parse(
    Buffer.from(body, 'base64url').toString(),
  );
  if (agency !== by.agency || person !== by.person || until < now.getTime()) return undefined;
  return { agency, person, revision, until, cells: cells.flatMap(cellFrom) };
}

type Sealed = Omit<SealedPreview, 'cells'> & {
  readonly cells: readonly (readonly [string, number, number])[];
};

function cellFrom([monthText, code, count]: readonly [string, number, number]): readonly CountedCell[] {
  const month = parseMonth(monthText);
  const measure = outcomeMeasures[code]?.measure;
  const isCount = Number.isInteger(count) && count >= 0 && count <= mostCounted;
  return month && measure && isCount ? [{ month, measure, count }] : [];
}

function codeOf(measure: CountedCell['measure']): number {
  return outcomeMeasures.findIndex((facts) => facts.measure === measure);
}

/** The secret signs other things too: what is signed here says what it is. */
function signature(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`monthly outcome preview\n${body}`).digest('base64url');
}
