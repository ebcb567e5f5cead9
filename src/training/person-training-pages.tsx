import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { PersonTraining } from './person-training-actions.ts';
import { personTrainingContent as content } from './person-training-content.ts';
import type { QualifyingClass } from './programs-held.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import { RecordNotes } from './record-dates-part.tsx';
import { sourceOf } from './record-source-content.ts';
import type { StoredRecord } from './stored-record.ts';
import { matchStateSentence } from './training-import-content.ts';

export interface PersonTrainingPageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  readonly member: StaffMember;
  readonly training: PersonTraining;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
}

/** Everything one person took, with what each record is worth and where it came from. */
export function PersonTrainingPage(props: PersonTrainingPageProps) {
  const { agency, member, training, mayChange, notice } = props;
  const here = `/workspace/${agency.slug}/training/people/${member.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={`${content.above} ${shownName(member.name)}`}
      trail={[sectionLink(agency, 'training')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      actions={mayChange ? <ButtonLink href={`${here}/add`}>{content.add}</ButtonLink> : undefined}
    >
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/roster/people/${member.id}`}>
          {shownName(member.name)} on the roster
        </a>
      </p>
      {mayChange ? (
        <p>
          <a class="usa-link" href={`/workspace/${agency.slug}/training/accounts/invite/${member.id}`}>
            {content.giveAccess}
          </a>
        </p>
      ) : null}
      <PersonTrainingTable {...props} here={here} />
      {training.removed.length > 0 ? <Removed {...props} here={here} /> : null}
    </WorkspacePage>
  );
}

/** The records of one person, also for the roster's page about them. */
export function PersonTrainingTable({
  agency,
  rules,
  training,
  mayChange,
  here,
}: Pick<PersonTrainingPageProps, 'agency' | 'rules' | 'training' | 'mayChange'> & { readonly here: string }) {
  return (
    <Section heading={content.records}>
      <Table
        caption={content.records}
        captionHidden
        rows={training.classes}
        empty={<p>{content.none}</p>}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ record }) => record.title || record.code },
          { heading: 'Hours', numeric: true, cell: ({ record }) => record.hours ?? '' },
          {
            heading: 'Completed',
            cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
          },
          {
            heading: 'What it is worth',
            cell: ({ qualifying, rows }) => (
              <>
                {qualifyingSentence(rules, qualifying)}
                {rows.length > 1 ? <div class="om-quiet">{content.added(rows.length)}.</div> : null}
              </>
            ),
          },
          { heading: 'From', cell: ({ rows }) => <Sources {...{ agency, rows, mayChange }} /> },
          ...(mayChange
            ? [
                {
                  heading: 'Remove',
                  headingHidden: true,
                  cell: ({ rows }: QualifyingClass<StoredRecord>) => (
                    <>
                      {rows.map((row) => (
                        <div>
                          <a class="usa-link" href={`${here}/records/${row.id}/remove`}>
                            {content.remove}
                            <span class="usa-sr-only">
                              {' '}
                              {row.title || row.code}
                              {row.completedOn ? ` of ${longDate(row.completedOn)}` : ''}
                            </span>
                          </a>
                        </div>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

interface SourcesProps extends Pick<PersonTrainingPageProps, 'agency' | 'mayChange'> {
  readonly rows: readonly StoredRecord[];
}

function Sources({ agency, rows, mayChange }: SourcesProps) {
  return (
    <>
      {rows.map((row) => {
        const proof = proofOf(agency, row, mayChange);
        return (
          <div>
            {proof ? (
              <a class="usa-link" href={proof}>
                {sourceOf(row)}
              </a>
            ) : (
              sourceOf(row)
            )}
            {row.match === 'flagged' || row.match === 'by-hand' ? (
              <span class="om-quiet"> {matchStateSentence(row.match, row.matchReason)}</span>
            ) : null}
            <RecordNotes record={row} />
          </div>
        );
      })}
    </>
  );
}

/** Where the class or the certificate is seen that a record came from; certificates only by who settles them. */
function proofOf({ slug }: AgencyPlace, { origin }: StoredRecord, mayChange: boolean): string | undefined {
  const base = `/workspace/${slug}/training`;
  if (origin?.from === 'class-session') return `${base}/classes/${origin.id}`;
  return origin && mayChange ? `${base}/certificates/${origin.id}` : undefined;
}

function Removed({ training, mayChange, here }: PersonTrainingPageProps & { here: string }) {
  return (
    <Section heading={content.removed}>
      <p>{content.removedLead}</p>
      <Table
        caption={content.removed}
        captionHidden
        rows={training.removed}
        columns={[
          { heading: 'Course', rowHeader: true, cell: (record) => record.title || record.code },
          {
            heading: 'Completed',
            cell: (record) => (record.completedOn ? longDate(record.completedOn) : ''),
          },
          { heading: 'Why', cell: (record) => record.removal?.reason },
          { heading: 'From', cell: sourceOf },
          {
            heading: content.restore,
            headingHidden: true,
            cell: (record) =>
              mayChange ? (
                <ActionForm
                  action={`${here}/records/${record.id}/restore`}
                  look="outline"
                  about={record.title}
                >
                  {content.restore}
                </ActionForm>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
