import { longDate } from '../calendar/calendar-date.ts';
import { filedName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { candidateSentence, identityWords } from './identity-content.ts';
import { rankText } from './person-page-content.ts';
import type { StagedChange } from './roster-change-store.ts';
import { isDecided } from './roster-import.ts';
import { factWords, rosterImportWords as words } from './roster-import-content.ts';
import { kindWords } from './roster-page-content.ts';
import { remarkSentence } from './roster-remarks.ts';

export interface StagedChangeTableProps {
  readonly caption: string;
  readonly changes: readonly StagedChange[];
  /** Where answers about who somebody is are sent; none while nothing can be said any more. */
  readonly answers?: string | undefined;
  /** Whether to say of each row what would happen, as in a list of several kinds. */
  readonly saysKind?: boolean;
}

/** What an import does to people, row by row, with what is unsure about who they are. */
export function StagedChangeTable({ caption, changes, answers, saysKind = false }: StagedChangeTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={changes}
      empty={<p>{words.list.none}</p>}
      columns={[
        ...columns,
        {
          heading: 'What',
          cell: (change) => (
            <>
              {saysKind ? <div>{words.kinds[change.kind]}.</div> : null}
              <WhatChanges change={change} />
              <WhoItIs change={change} answers={answers} />
            </>
          ),
        },
      ]}
    />
  );
}

const columns: readonly Column<StagedChange>[] = [
  { heading: 'Row', numeric: true, cell: (change) => change.row ?? '' },
  {
    heading: 'Person',
    rowHeader: true,
    cell: ({ facts: { name, nameWritten } }) =>
      nameWritten ? (
        <>
          {filedName(name)} <span class="om-quiet">written “{nameWritten}”</span>
        </>
      ) : (
        filedName(name)
      ),
  },
  { heading: 'Number', cell: (change) => change.facts.employeeNumber || change.facts.badge },
  { heading: 'Rank or title', cell: (change) => rankText(change.facts) },
  { heading: 'Unit', cell: (change) => change.facts.unit },
  { heading: 'Sworn or job', cell: (change) => (isDecided(change) ? kindWords(change.facts) : '') },
  { heading: 'Hired', cell: ({ facts: { hiredOn } }) => (hiredOn ? longDate(hiredOn) : '') },
];

function WhatChanges({ change }: { change: StagedChange }) {
  const { kind, facts } = change;
  const remark = remarkSentence(change.remark);
  return (
    <>
      {change.differences.map(([field, before, after]) => (
        <div>
          {factWords[field] ?? field}: {before ? <del>{before}</del> : null} <ins>{after || 'none'}</ins>
        </div>
      ))}
      {kind === 'added' && facts.separatedOn ? <div>Left on {longDate(facts.separatedOn)}.</div> : null}
      {remark ? <div class="om-quiet">{remark}</div> : null}
    </>
  );
}

/** Who on the roster it may be, why, and the answers. */
function WhoItIs({ change, answers }: { change: StagedChange; answers: string | undefined }) {
  const { candidates, kind, place, row, facts } = change;
  if (candidates.length === 0) return null;
  const asked = { kind, place: String(place) };
  const about = `${filedName(facts.name)}, row ${row ?? ''}`;
  const isTold = candidates.every(({ isSettled }) => isSettled);
  return (
    <>
      {candidates.map((candidate) => (
        <div>
          <div>{candidateSentence(candidate)}</div>
          {answers && !isSaid(change) ? (
            <ActionForm
              action={answers}
              look="outline"
              hidden={{ ...asked, same: candidate.staff }}
              about={`${about}: ${candidate.name}`}
            >
              {identityWords.same}
            </ActionForm>
          ) : null}
        </div>
      ))}
      {answers && !isTold ? (
        <ActionForm action={answers} look="outline" hidden={{ ...asked, same: 'nobody' }} about={about}>
          {identityWords.another}
        </ActionForm>
      ) : null}
    </>
  );
}

function isSaid({ remark }: StagedChange): boolean {
  return remark.split(' ').includes('decided');
}
