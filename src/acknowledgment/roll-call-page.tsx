import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { CheckboxBox } from '../uswds/checkbox.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { fieldId } from '../uswds/field.tsx';
import { HiddenValues } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { AskedStaff } from './acknowledgment.ts';
import { acknowledgmentContent } from './acknowledgment-content.ts';
import { UnitAndShift } from './asked-staff-page.tsx';

const { rollCall: content, list, title } = acknowledgmentContent;

export interface RollCallPageProps {
  readonly agency: AgencyPlace;
  readonly version: string;
  readonly policy: string;
  readonly documentHref: string;
  /** Whose name is kept with those ticked. */
  readonly supervisor: string;
  readonly units: readonly string[];
  readonly shifts: readonly string[];
  readonly unit: string;
  readonly shift: string;
  readonly search: string;
  readonly people: readonly AskedStaff[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly ticked: readonly string[];
  /** The roll call held just now, and how many it brought. */
  readonly held: { readonly id: string; readonly size: number } | undefined;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Names to tick in front of a supervisor: large targets for a tablet, one page, no script. */
export function RollCallPage(props: RollCallPageProps) {
  const { agency, people, total, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/policy/acknowledgments`;
  const where = { unit: props.unit, shift: props.shift, search: props.search };
  const isAll = where.unit === '' && where.shift === '' && where.search === '';
  const empty = isAll ? list.allDone : list.nobody;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'policy'), { label: title, href: base }]}
      errors={errors}
      notice={<Notices {...props} base={base} where={where} />}
    >
      <p>
        {props.version}{' '}
        <a class="usa-link" href={props.documentHref}>
          {content.document}
        </a>
      </p>
      <SearchForm
        action={`${base}/roll-call`}
        label={list.search}
        value={props.search}
        button={content.choose}
      >
        <UnitAndShift {...props} />
      </SearchForm>
      {people.length === 0 ? (
        <EmptyState heading={empty.heading}>{empty.text}</EmptyState>
      ) : (
        <form method="post" action={`${base}/roll-call`} id="form" novalidate>
          <HiddenValues values={{ policy: props.policy, page: String(props.page), ...where }} />
          <fieldset class="usa-fieldset om-roll-call" aria-describedby="roll-call-rest">
            <legend class="usa-legend">{content.tick}</legend>
            {people.map((person, place) => (
              <CheckboxBox
                id={place === 0 ? fieldId('staff') : `${fieldId('staff')}-${place}`}
                name="staff"
                choice={{ value: person.id, label: filedName(person.name), description: about(person) }}
                checked={props.ticked.includes(person.id)}
              />
            ))}
          </fieldset>
          <p id="roll-call-rest" class="om-quiet">
            {content.rest(total)}
          </p>
          <p>{content.asks(props.supervisor)}</p>
          <ButtonGroup>
            <Button big>{content.save}</Button>
            <ButtonLink look="plain" href={base}>
              {content.again}
            </ButtonLink>
          </ButtonGroup>
        </form>
      )}
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={content.title}
      />
    </WorkspacePage>
  );
}

function about({ employeeNumber, rank, unit, shift }: AskedStaff): string {
  return [rank, employeeNumber, unit, shift].filter(Boolean).join(' · ');
}

function Notices(
  props: RollCallPageProps & {
    readonly base: string;
    readonly where: Readonly<Record<string, string>>;
  },
) {
  const { held } = props;
  if (!held) return <SuccessNotice>{props.notice}</SuccessNotice>;
  if (held.size === 0)
    return (
      <Alert kind="info" slim live>
        {content.doneNobody}
      </Alert>
    );
  return (
    <Alert kind="success" slim live>
      {content.done(held.size)}{' '}
      <ActionForm action={`${props.base}/roll-call/${held.id}/undo`} look="plain" hidden={props.where}>
        {content.undo}
      </ActionForm>
    </Alert>
  );
}
