import { sql } from 'kysely';
import { readTerms } from '../agreement/agreement-terms.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { AgreedTerms } from './partnership.ts';

/** Terms as `earlierTermsColumn` has them. */
export interface EarlierTermsRow {
  readonly terms: unknown;
  readonly fileId: string | null;
  /** Null also where the acting party may not read it. */
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  } | null;
}

/** What the partnership `p` of a query agreed to before, the latest first, where the last word begins later. */
export const earlierTermsColumn = sql<readonly EarlierTermsRow[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('terms', v.terms, 'fileId', v.file_id, 'file',
      case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name, 'mediaType', d.media_type,
        'size', d.size, 'sha256', d.sha256) end) order by v.number desc), '[]')
  from agreement_version v
  left join stored_file d on d.agency_id = v.agency_id and d.id = v.file_id
  where v.agency_id = p.agency_id and v.partnership_id = p.id and p.state = 'active'
    and v.state = 'superseded' and v.answered_at is not null
    and coalesce((v.terms -> 'arrangement' ->> 'termStartsOn')::date, '-infinity') < p.term_starts_on)`;

/** Whether what the partnership `p` of a query shows was written here. */
export const isWrittenColumn = sql<boolean>`exists (
  select from agreement_version v
  where v.agency_id = p.agency_id and v.partnership_id = p.id and v.terms ->> 'memorandum' is not null
    and v.state = case p.state when 'active' then 'agreed' else 'proposed' end)`;

export function earlierTermsOf({ terms, file }: EarlierTermsRow): AgreedTerms {
  const { arrangement, memorandum } = readTerms(terms);
  return {
    arrangement,
    agreement: file ? { ...file, id: file.id as StoredFileId } : undefined,
    isWritten: memorandum !== undefined,
  };
}
