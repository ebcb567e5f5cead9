import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import type { ActionItem } from './action-item.ts';
import { actionListContent as content } from './action-item-content.ts';
import { ActionTable } from './action-table.tsx';
import { jointContent } from './joint-content.ts';
import type { ActionListAsked } from './joint-list.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';

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
          <SearchForm
            action={base}
            label={content.search}
            value={asked.search}
            hidden={{ sort: asked.sort, direction: asked.direction }}
          >
            <Select
              name="shown"
              label={jointContent.show}
              value={asked.shown}
              choices={Object.entries(content.shown).map(([value, label]) => ({ value, label }))}
            />
          </SearchForm>
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
