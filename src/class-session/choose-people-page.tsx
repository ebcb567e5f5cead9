import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { CheckboxBox } from '../uswds/checkbox.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { HiddenValues } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { Candidate } from './candidate.ts';
import { choosePeopleContent as content } from './choose-people-content.ts';
import { candidateWords, classContent, seatWords } from './class-content.ts';
import { ClassFrame, classPath } from './class-frame.tsx';
import { type ClassSession, freeSeats, takesPart } from './class-session.ts';
import { numberOf } from './seat.ts';

export interface ChoosePeoplePageProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly to: 'enroll' | 'walk-ins';
  /** The class is entered after the fact. */
  readonly isOver: boolean;
  readonly candidates: readonly Candidate[];
  readonly total: number;
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly errors?: FormErrors | undefined;
}

/** The roster with a box for each person, those first for whom the class is. */
export function ChoosePeoplePage(props: ChoosePeoplePageProps) {
  const { agency, session, to, isOver, candidates, total, search, errors = noErrors } = props;
  const here = classPath(agency, session);
  const isAhead = to === 'enroll' && !isOver;
  const words = content[to === 'enroll' && isOver ? 'held' : to];
  return (
    <ClassFrame
      agency={agency}
      session={session}
      title={words.title}
      lead={isAhead ? seatsSentence(session) + words.lead : words.lead}
      errors={errors}
    >
      <SearchForm action={`${here}/${to}`} label={content.search} value={search} />
      <form method="post" action={`${here}/${to}`} id="form">
        <HiddenValues values={{ search }} />
        <Table
          caption={`${total.toLocaleString('en-US')} ${total === 1 ? 'person' : 'people'}`}
          rows={candidates}
          empty={<EmptyState heading={content.nobody.heading}>{content.nobody.text}</EmptyState>}
          columns={[
            {
              heading: 'Name',
              rowHeader: true,
              cell: (candidate) => <PersonBox candidate={candidate} mayWait={isAhead} />,
            },
            { heading: 'Number', cell: ({ member }) => numberOf(member) },
            { heading: 'Rank or title', cell: ({ member }) => member.rank },
            { heading: 'Unit', cell: ({ member }) => member.unit },
            {
              heading: 'Why',
              cell: ({ reason }) =>
                reason.is === 'none' ? (
                  ''
                ) : (
                  <StatusTag standing={reasonStandings[reason.is]}>{candidateWords(reason)}</StatusTag>
                ),
            },
          ]}
        />
        {total > candidates.length ? <p class="om-quiet">{content.stays}</p> : null}
        <ButtonGroup>
          {candidates.length > 0 ? <Button>{words.submit}</Button> : null}
          <ButtonLink look="plain" href={to === 'enroll' ? here : `${here}/attendance`}>
            {classContent.back}
          </ButtonLink>
        </ButtonGroup>
      </form>
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={words.title}
      />
    </ClassFrame>
  );
}

function seatsSentence({ seats, taken, waiting }: ClassSession): string {
  const free = freeSeats(seats, taken);
  return free > 0 && waiting === 0 ? content.free(free) : content.full;
}

const reasonStandings = {
  untrained: 'attention',
  'base-missing': 'attention',
  'ends-soon': 'waiting',
  'no-advanced': 'progress',
} as const;

/** Who has a seat already has no box; somebody who waited may have been there all the same. */
function PersonBox({ candidate, mayWait }: { candidate: Candidate; mayWait: boolean }) {
  const { member, seat } = candidate;
  const name = filedName(member.name);
  if (seat && (mayWait || takesPart(seat))) {
    return (
      <>
        {name} <span class="om-quiet">({seatWords[seat].toLowerCase()})</span>
      </>
    );
  }
  return (
    <CheckboxBox
      id={`staff-${member.id}`}
      name="staff"
      choice={{ value: member.id, label: name }}
      checked={false}
    />
  );
}
