import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName, shownName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { isBetterKept, isSameFact, type MergeChoices, mergeFacts } from './person-merge.ts';
import { likelySentence, mergeWords } from './person-merge-content.ts';
import type { LikelySame } from './person-merge-likely.ts';
import { factText, mergeFactWords } from './person-page-content.ts';
import { hasLeft, type StaffMember } from './staff-member.ts';

export interface ChooseOtherPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly likely: readonly LikelySame[];
  readonly search: string;
  readonly found: readonly StaffMember[];
  readonly today: CalendarDate;
}

/** Who may be the same person: proposed with reasons, or searched for. */
export function ChooseOtherPage({ agency, member, likely, search, found, today }: ChooseOtherPageProps) {
  const words = mergeWords.choose;
  const people = `/workspace/${agency.slug}/roster/people`;
  const link = (other: StaffMember) => {
    const [kept, goes] = isBetterKept(member, other, today) ? [member, other] : [other, member];
    return (
      <a class="usa-link" href={`${people}/${kept.id}/merge/${goes.id}`}>
        {words.compare}
        <span class="usa-sr-only"> with {shownName(other.name)}</span>
      </a>
    );
  };
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={words.title(shownName(member.name))}
      lead={words.lead}
      trail={trailOf(agency, member)}
    >
      <Section heading={words.likely}>
        <Table
          caption={words.likely}
          captionHidden
          rows={likely}
          empty={<p>{words.noneLikely}</p>}
          columns={[
            { heading: 'Name', rowHeader: true, cell: (row) => filedName(row.member.name) },
            { heading: 'Number', cell: (row) => numberOf(row.member) },
            { heading: 'Rank or title', cell: (row) => row.member.rank },
            { heading: 'Standing', cell: (row) => standingOf(row.member, today) },
            { heading: 'What agrees', cell: likelySentence },
            { heading: words.compare, headingHidden: true, cell: (row) => link(row.member) },
          ]}
        />
      </Section>
      <Section heading={words.found}>
        <SearchForm action={`${people}/${member.id}/merge`} label={words.search} value={search} />
        {search === '' ? null : (
          <Table
            caption={words.found}
            captionHidden
            rows={found}
            empty={<p>{words.notFound}</p>}
            columns={[
              { heading: 'Name', rowHeader: true, cell: ({ name }) => filedName(name) },
              { heading: 'Number', cell: numberOf },
              { heading: 'Rank or title', cell: ({ rank }) => rank },
              { heading: 'Standing', cell: (other) => standingOf(other, today) },
              { heading: words.compare, headingHidden: true, cell: link },
            ]}
          />
        )}
      </Section>
    </WorkspacePage>
  );
}

export interface ComparePeoplePageProps {
  readonly agency: AgencyPlace;
  readonly kept: StaffMember;
  readonly other: StaffMember;
  readonly records: { readonly kept: number; readonly other: number };
  readonly choices: MergeChoices;
  readonly reason: string;
  readonly seen: string;
  readonly errors?: FormErrors;
}

/** Two entries side by side, with a choice for every fact in which they differ. */
export function ComparePeoplePage(props: ComparePeoplePageProps) {
  const { agency, kept, other, records, errors = noErrors } = props;
  const words = mergeWords.compare;
  const people = `/workspace/${agency.slug}/roster/people`;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={words.title}
      lead={words.lead}
      errors={errors}
      trail={trailOf(agency, kept)}
    >
      <Table
        caption={words.table}
        rows={[
          ...mergeFacts
            .filter((fact) => factText(kept, fact) !== '' || factText(other, fact) !== '')
            .map((fact) => ({
              fact: mergeFactWords[fact],
              kept: factText(kept, fact) || words.notGiven,
              other: factText(other, fact) || words.notGiven,
            })),
          { fact: words.records, kept: String(records.kept), other: String(records.other) },
        ]}
        columns={[
          { heading: words.fact, rowHeader: true, cell: ({ fact }) => fact },
          { heading: words.stays, cell: (row) => row.kept },
          { heading: words.goes, cell: (row) => row.other },
        ]}
      />
      <p>
        <a class="usa-link" href={`${people}/${other.id}/merge/${kept.id}`}>
          {words.turn}
        </a>
      </p>
      <MergeForm {...props} action={`${people}/${kept.id}/merge/${other.id}`} back={`${people}/${kept.id}`} />
    </WorkspacePage>
  );
}

function MergeForm({
  kept,
  other,
  choices,
  reason,
  seen,
  action,
  back,
  errors = noErrors,
}: ComparePeoplePageProps & { readonly action: string; readonly back: string }) {
  const words = mergeWords.compare;
  const differing = mergeFacts.filter((fact) => !isSameFact(kept, other, fact));
  return (
    <Section heading={words.keep}>
      <Form action={action} hidden={{ seen }}>
        {differing.length === 0 ? <p>{words.alike}</p> : null}
        {differing.map((fact) => (
          <RadioGroup
            name={fact}
            label={mergeFactWords[fact]}
            value={choices[fact]}
            error={errors[fact]}
            required
            choices={[
              {
                value: 'kept',
                label: factText(kept, fact) || words.notGiven,
                description: words.fromStaying,
              },
              {
                value: 'other',
                label: factText(other, fact) || words.notGiven,
                description: words.fromGoing,
              },
            ]}
          />
        ))}
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          error={errors.reason}
        />
        <ButtonGroup>
          <Button>{words.confirm}</Button>
          <ButtonLink look="plain" href={back}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Section>
  );
}

function trailOf(agency: AgencyPlace, { id, name }: StaffMember) {
  return [
    sectionLink(agency, 'roster'),
    { label: shownName(name), href: `/workspace/${agency.slug}/roster/people/${id}` },
  ];
}

function numberOf({ employeeNumber, badge }: StaffMember): string {
  return employeeNumber || badge;
}

function standingOf(member: StaffMember, today: CalendarDate): string {
  return hasLeft(member, today) ? 'Left' : 'On staff';
}
