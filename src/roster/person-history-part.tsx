import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { shownName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import type { FactDifference, HistoryEntry } from './person-history.ts';
import { mergeWords } from './person-merge-content.ts';
import type { PersonMerge } from './person-merge-store.ts';
import { factText, mergeFactWords, personWords } from './person-page-content.ts';

const words = personWords.history;

interface Place {
  readonly agency: { readonly timeZone: string };
}

/** The facts a person had before, and the file and row that changed them. */
export function HistorySection({ agency, history }: Place & { readonly history: readonly HistoryEntry[] }) {
  if (history.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.heading}
        captionHidden
        rows={history}
        columns={[
          { heading: words.change, rowHeader: true, cell: (entry) => <Changes entry={entry} /> },
          { heading: words.from, cell: sourceOf },
          { heading: words.on, cell: ({ event }) => longDate(dayIn(agency.timeZone, event.at)) },
        ]}
      />
    </Section>
  );
}

function Changes({ entry: { changes, isByHandToo } }: { entry: HistoryEntry }) {
  return (
    <>
      {changes.length === 0 ? words.nothing : null}
      {changes.map((change) => (
        <div>{changeText(change)}</div>
      ))}
      {isByHandToo ? <div class="om-quiet">{words.byHandToo}</div> : null}
    </>
  );
}

/** `Rank or title: Officer → Sergeant` */
function changeText({ fact, before, after }: FactDifference): string {
  const [from, to] = [before, after].map((facts) => factText(facts, fact) || words.empty);
  return `${mergeFactWords[fact]}: ${from} → ${to}`;
}

function sourceOf({ event, row }: HistoryEntry): string {
  return event.kind === 'merge' ? words.merged(shownName(event.other)) : words.file(event.fileName, row);
}

/** Entries that became part of this person, each to be undone. */
export function MergedSection({
  agency,
  merges,
  here,
  mayChange,
}: Place & { readonly merges: readonly PersonMerge[]; readonly here: string; readonly mayChange: boolean }) {
  if (merges.length === 0) return null;
  const { merged } = mergeWords;
  return (
    <Section heading={merged.heading}>
      <p>{merges.every(({ isUndone }) => isUndone) ? merged.leadUndone : merged.lead}</p>
      <Table
        caption={merged.heading}
        captionHidden
        rows={merges}
        columns={[
          { heading: merged.entry, rowHeader: true, cell: ({ removedName }) => shownName(removedName) },
          { heading: merged.on, cell: ({ mergedAt }) => longDate(dayIn(agency.timeZone, mergedAt)) },
          { heading: merged.reason, cell: ({ reason }) => reason },
          {
            heading: merged.undo,
            headingHidden: true,
            cell: ({ id, isUndone, removedName }) =>
              isUndone ? (
                merged.undone
              ) : mayChange ? (
                <ActionForm
                  action={`${here}/merges/${id}/undo`}
                  look="outline"
                  about={shownName(removedName)}
                >
                  {merged.undo}
                </ActionForm>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
