import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { CreditedTraining } from './credited-training.ts';
import type { ListedStaffCredential, OwnCredentials } from './staff-credential-actions.ts';
import { staffCredentialContent } from './staff-credential-content.ts';

const { own: content, form, forms } = staffCredentialContent;

export interface OwnCredentialsPageProps {
  readonly agency: AgencyPlace;
  /** Undefined while the account is not linked to the roster. */
  readonly own: OwnCredentials | undefined;
  readonly notice: string | undefined;
}

/** The credentials that a person asked for, and what they could ask for. */
export function OwnCredentialsPage({ agency, own, notice }: OwnCredentialsPageProps) {
  const here = `/workspace/${agency.slug}/my-training/credentials`;
  return (
    <WorkspacePage
      agency={agency}
      here="my-training"
      title={content.title}
      lead={content.lead}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, 'my-training')]}
    >
      {own ? (
        <>
          <Yours credentials={own.credentials} here={here} />
          <Trainings own={own} here={here} />
        </>
      ) : (
        <EmptyState heading={content.notLinked.heading}>{content.notLinked.text}</EmptyState>
      )}
    </WorkspacePage>
  );
}

interface YoursProps {
  readonly credentials: readonly ListedStaffCredential[];
  readonly here: string;
}

function Yours({ credentials, here }: YoursProps) {
  return (
    <Section heading={content.yours}>
      <Table
        caption={content.yours}
        captionHidden
        rows={credentials}
        empty={<p>{content.none}</p>}
        columns={[
          { heading: 'Training', rowHeader: true, cell: ({ training }) => training },
          { heading: 'Name on it', cell: ({ holder }) => holder },
          { heading: 'Completed', cell: ({ completedOn }) => longDate(completedOn) },
          {
            heading: 'Standing',
            cell: ({ ended }) => (
              <StatusTag standing={ended ? 'neutral' : 'done'}>
                {ended ? content.ended[ended.because] : content.live}
              </StatusTag>
            ),
          },
          {
            heading: 'Download',
            cell: ({ id, ended, training }) =>
              ended ? null : <Downloads here={`${here}/${id}`} about={training} />,
          },
          {
            heading: content.giveUp,
            headingHidden: true,
            cell: ({ id, ended, training }) =>
              ended ? null : (
                <ActionForm action={`${here}/${id}/give-up`} look="plain" about={training}>
                  {content.giveUp}
                </ActionForm>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Downloads({ here, about }: { readonly here: string; readonly about: string }) {
  return (
    <>
      {Object.entries(forms).map(([suffix, words]) => (
        <div>
          <a class="usa-link" href={`${here}/file.${suffix}`}>
            {words}
            <span class="usa-sr-only"> {about}</span>
          </a>
        </div>
      ))}
    </>
  );
}

function Trainings({ own, here }: { readonly own: OwnCredentials; readonly here: string }) {
  const has = new Set(own.credentials.filter(({ ended }) => !ended).map(({ record }) => record));
  return (
    <Section heading={content.trainings}>
      <Table
        caption={content.trainings}
        captionHidden
        rows={own.trainings}
        empty={<p>{content.noTrainings}</p>}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ course }) => course },
          { heading: 'Completed', cell: ({ completedOn }) => longDate(completedOn) },
          {
            heading: content.ask,
            headingHidden: true,
            cell: ({ record, course }) =>
              has.has(record) ? (
                content.has
              ) : (
                <a class="usa-link" href={`${here}/new/${record}`}>
                  {content.ask}
                  <span class="usa-sr-only"> {course}</span>
                </a>
              ),
          },
        ]}
      />
    </Section>
  );
}

export interface AskForCredentialPageProps {
  readonly agency: AgencyPlace;
  readonly training: CreditedTraining;
  readonly name: string;
  readonly errors?: FormErrors;
}

/** What the credential will hold, and under which name. */
export function AskForCredentialPage({
  agency,
  training,
  name,
  errors = noErrors,
}: AskForCredentialPageProps) {
  const own = `/workspace/${agency.slug}/my-training/credentials`;
  return (
    <WorkspacePage
      agency={agency}
      here="my-training"
      title={`${form.title}: ${training.course}`}
      lead={form.lead}
      errors={errors}
      trail={[sectionLink(agency, 'my-training'), { href: own, label: content.title }]}
    >
      <Section heading={form.whatItHolds}>
        <ul class="usa-list">
          {form.holds.map((held) => (
            <li>{held}</li>
          ))}
        </ul>
        <p>{form.publicity}</p>
      </Section>
      <Form action={`${own}/new/${training.record}`}>
        <TextField
          name="name"
          label={form.name}
          hint={form.nameHint}
          value={name}
          error={errors.name}
          maxlength={100}
          autocomplete="name"
          required
        />
        <ButtonGroup>
          <Button>{form.submit}</Button>
          <ButtonLink look="plain" href={own}>
            {form.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
