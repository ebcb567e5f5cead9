import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { candidateReason } from './matching-content.ts';
import { PersonLink } from './people-pages.tsx';
import { qualifyingSentence } from './qualifying-content.ts';
import { RecordDates } from './record-dates-part.tsx';
import { sourceOf } from './record-source-content.ts';
import { reviewContent as content, setAsideWords } from './review-content.ts';
import { isSetAsideReason, setAsideReasons } from './set-aside.ts';
import { matchStateSentence } from './training-import-content.ts';
import type { WrittenEntry } from './written-person-actions.ts';

export interface WrittenPersonPageProps extends Omit<WrittenEntry, 'last'> {
  readonly agency: AgencyPlace;
  readonly search: string;
  readonly found: readonly StaffMember[];
  /** Who decided, and on which day. */
  readonly decision: { readonly by: string; readonly day: CalendarDate } | undefined;
  /** Whom somebody meant when another had decided already. */
  readonly alternative: StaffMember | undefined;
  readonly errors?: FormErrors;
}

/** One person as written: their records, who may be meant, and the ways to decide. */
export function WrittenPersonPage(props: WrittenPersonPageProps) {
  const { agency, entry, rules, records, errors = noErrors } = props;
  const isDecided = entry.match === 'by-hand' || entry.match === 'set-aside';
  const base = `/workspace/${agency.slug}/training/review`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={filedName(entry.name)}
      lead={props.people > 1 ? content.person.leadShared(props.people, entry.records) : content.person.lead}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: content.title, href: base }]}
    >
      <p>
        {entry.employeeNumber ? `Number ${entry.employeeNumber}. ` : ''}
        {isDecided ? '' : matchStateSentence(entry.match, entry.matchReason)}
      </p>
      {isDecided ? <Decided {...props} base={base} /> : <Choices {...props} base={base} />}
      <Section heading={`${content.person.records}: ${entry.records}`}>
        <Table
          caption={content.person.records}
          captionHidden
          rows={records}
          columns={[
            { heading: 'Course', rowHeader: true, cell: ({ record }) => record.title || record.code },
            {
              heading: 'Completed',
              cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
            },
            { heading: 'From', cell: ({ record }) => sourceOf(record) },
            {
              heading: 'What it is worth',
              cell: ({ record, qualifying }) => (
                <>
                  {qualifyingSentence(rules, qualifying)}
                  <RecordDates record={record} action={`${base}/date`} hidden={{ key: entry.personKey }} />
                </>
              ),
            },
          ]}
        />
      </Section>
    </WorkspacePage>
  );
}

function Choices(props: WrittenPersonPageProps & { base: string }) {
  const { base, entry, candidates, search, found, errors = noErrors } = props;
  const words = content.person;
  return (
    <>
      <Section heading={words.candidates}>
        {candidates.length === 0 ? <p>{words.noCandidates}</p> : null}
        {candidates.length > 0 ? (
          <StaffTable
            base={base}
            pile={pileValues(props)}
            caption={words.candidates}
            captionHidden
            members={candidates.map(({ member, candidate }) => ({
              member,
              why: candidateReason(candidate),
            }))}
          />
        ) : null}
        <SearchForm
          action={`${base}/person`}
          label={words.search}
          value={search}
          hidden={{ key: entry.personKey }}
        />
        {search ? (
          <StaffTable
            base={base}
            pile={pileValues(props)}
            caption={words.found}
            members={found.map((member) => ({ member, why: '' }))}
          />
        ) : null}
      </Section>
      <Section heading={words.setAside}>
        <Form action={`${base}/set-aside`} hidden={pileValues(props)}>
          <RadioGroup
            name="reason"
            label={words.setAsideReason}
            error={errors.reason}
            required
            choices={setAsideReasons.map((value) => ({ value, label: setAsideWords[value] }))}
          />
          <Button look="outline">{words.setAsideSubmit}</Button>
        </Form>
      </Section>
    </>
  );
}

function StaffTable(props: {
  base: string;
  pile: Readonly<Record<string, string>>;
  caption: string;
  members: readonly { readonly member: StaffMember; readonly why: string }[];
  captionHidden?: boolean;
}) {
  const { base, pile, caption, members, captionHidden } = props;
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      rows={members}
      empty={<p>Nobody found.</p>}
      columns={[
        { heading: 'Name', rowHeader: true, cell: ({ member }) => filedName(member.name) },
        { heading: 'Number', cell: ({ member }) => member.employeeNumber || member.badge },
        {
          heading: 'Rank and unit',
          cell: ({ member }) => [member.rank, member.unit].filter(Boolean).join(', '),
        },
        ...(members.some(({ why }) => why !== '')
          ? [{ heading: 'Why', cell: ({ why }: (typeof members)[number]) => why }]
          : []),
        {
          heading: 'Choose',
          headingHidden: true,
          cell: ({ member }) => (
            <ActionForm
              action={`${base}/match`}
              look="outline"
              hidden={{ ...pile, staff: member.id }}
              about={numberedName(member)}
            >
              {content.person.choose}
            </ActionForm>
          ),
        },
      ]}
    />
  );
}

function Decided(props: WrittenPersonPageProps & { base: string }) {
  const { agency, base, entry, chosen, decision, alternative } = props;
  const { matchReason } = entry;
  return (
    <Section heading={content.person.decided}>
      <p>
        {chosen ? (
          <>
            These records belong to <PersonLink agency={agency} id={chosen.id} name={numberedName(chosen)} />.
          </>
        ) : null}
        {isSetAsideReason(matchReason) ? `Left out: ${setAsideWords[matchReason]}.` : null}
        {decision ? ` ${content.person.decidedBy(decision)}` : null}
      </p>
      {alternative && alternative.id !== chosen?.id ? (
        <ActionForm action={`${base}/match`} hidden={{ ...pileValues(props), staff: alternative.id }}>
          {content.person.instead(numberedName(alternative))}
        </ActionForm>
      ) : null}
      <ActionForm action={`${base}/undo`} look="outline" hidden={pileValues(props)}>
        {content.person.undo}
      </ActionForm>
    </Section>
  );
}

/** Which records a form is about, as this page shows them. */
function pileValues({ entry, stamp }: Pick<WrittenEntry, 'entry' | 'stamp'>) {
  return { key: entry.personKey, pile: entry.pile, stamp };
}

/** Two people may share a name: the number tells them apart. */
function numberedName({ name, employeeNumber, badge }: StaffMember): string {
  return [filedName(name), employeeNumber || badge].filter(Boolean).join(' · ');
}
