import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import type { ActionItem } from './action-item.ts';
import { actionListContent as content } from './action-item-content.ts';
import { ActionTable } from './action-table.tsx';
import type { ActionListAsked } from './joint-list.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';
import { ShownSearch } from './shown-search.tsx';

export interface ActionListPageProps {
  readonly place: JointPlace;
  readonly actions: readonly ActionItem[];
  readonly total: number;
  readonly asked: ActionListAsked;
  /** Whether the partnership has any action at all. */
  readonly hasAny: boolean;
  readonly href: string;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The joint list of what is to be done. */
export function ActionListPage(props: ActionListPageProps) {
  const { place, actions, total, asked, href } = props;
  const base = `${place.base}/actions`;
  const add = mayChange(place) ? <ButtonLink href={`${base}/new`}>{content.add}</ButtonLink> : null;
  return (
    <JointPage
      place={place}
      section="actions"
      title={content.title}
      lead={content.lead}
      notice={props.notice}
      errors={props.errors}
      actions={props.hasAny ? add : undefined}
    >
      {props.hasAny ? (
        <>
          <ShownSearch action={base} label={content.search} asked={asked} shown={content.shown} />
          <ActionTable
            place={place}
            actions={actions}
            caption={content.shown[asked.shown]}
            sort={{ by: asked.sort, direction: asked.direction, href }}
            empty={<p>{content.nothingShown}</p>}
          />
          <Pagination
            page={asked.page}
            pages={Math.ceil(total / asked.pageSize)}
            href={href}
            label={content.title}
          />
          <p>
            <a class="usa-link" href={`${base}/export.csv`}>
              {content.download}
            </a>
          </p>
        </>
      ) : (
        <EmptyState heading={content.empty.heading} actions={add}>
          {content.empty.text}
        </EmptyState>
      )}
    </JointPage>
  );
}
