import { longDate } from '../calendar/calendar-date.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { jointContent } from './joint-content.ts';
import type { TrainingListAsked } from './joint-list.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';
import type { JointTraining } from './joint-training.ts';
import { trainingContent as content, taughtByWords } from './joint-training-content.ts';
import { ShownSearch } from './shown-search.tsx';

export interface TrainingListPageProps {
  readonly place: JointPlace;
  readonly trainings: readonly JointTraining[];
  readonly total: number;
  readonly asked: TrainingListAsked;
  readonly href: string;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Trainings that both sides gave together. */
export function TrainingListPage(props: TrainingListPageProps) {
  const { place, trainings, total, asked, href } = props;
  const base = `${place.base}/trainings`;
  const add = mayChange(place) ? <ButtonLink href={`${base}/new`}>{content.add}</ButtonLink> : null;
  const isEmpty = total === 0 && asked.search === '' && asked.shown === 'listed' && asked.page === 1;
  return (
    <JointPage
      place={place}
      section="trainings"
      title={content.title}
      lead={content.lead}
      notice={props.notice}
      errors={props.errors}
      actions={isEmpty ? undefined : add}
    >
      {isEmpty ? (
        <EmptyState heading={content.empty.heading} icon="people" actions={add}>
          {content.empty.text}
        </EmptyState>
      ) : (
        <ShownSearch action={base} label={content.search} asked={asked} shown={content.shown} />
      )}
      {isEmpty ? (
        <p>
          <a class="usa-link" href={`${base}?shown=removed`}>
            {content.shown.removed}
          </a>
        </p>
      ) : (
        <TrainingTable place={place} trainings={trainings} asked={asked} href={href} />
      )}
      <Pagination
        page={asked.page}
        pages={Math.ceil(total / asked.pageSize)}
        href={href}
        label={content.title}
      />
    </JointPage>
  );
}

function TrainingTable({
  place,
  trainings,
  asked,
  href,
}: Pick<TrainingListPageProps, 'place' | 'trainings' | 'asked' | 'href'>) {
  const words = content.columns;
  return (
    <Table
      caption={content.shown[asked.shown]}
      captionHidden
      rows={trainings}
      empty={<p>{jointContent.nothingFound}</p>}
      sort={{ by: asked.sort, direction: asked.direction, href }}
      columns={[
        {
          heading: words.course,
          rowHeader: true,
          sort: 'course',
          cell: ({ course, session }) => (
            <>
              {course} {session ? <Tag>{content.fromClass}</Tag> : null}
            </>
          ),
        },
        { heading: words.day, sort: 'day', cell: ({ heldOn }) => longDate(heldOn) },
        { heading: words.taughtBy, cell: (row) => taughtByWords(row, place.partnership) },
        { heading: words.attended, sort: 'attended', numeric: true, cell: ({ attended }) => attended },
        {
          heading: words.acts,
          headingHidden: true,
          cell: (row) => (mayChange(place) ? <TrainingActs training={row} base={place.base} /> : ''),
        },
      ]}
    />
  );
}

function TrainingActs({ training, base }: { training: JointTraining; base: string }) {
  const here = `${base}/trainings/${training.id}`;
  const hidden = { revision: String(training.revision) };
  if (training.isRemoved) {
    return (
      <ActionForm action={`${here}/restore`} hidden={hidden} look="outline" about={training.course}>
        {content.restore}
      </ActionForm>
    );
  }
  return (
    <>
      <a class="usa-link" href={`${here}/edit`}>
        {content.change}
        <span class="usa-sr-only"> {training.course}</span>
      </a>
      <ActionForm action={`${here}/remove`} hidden={hidden} look="plain" about={training.course}>
        {content.remove}
      </ActionForm>
    </>
  );
}
