import { documentSizeLimit } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { certificateKinds } from '../own-record/certificate-kinds.ts';
import { shownName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import {
  agencyStateWords,
  agencySampleContent as content,
  personWords,
  recordFacts,
} from './sample-content.ts';
import type { SampledPerson } from './sample-place.ts';

export interface ShowProofPageProps {
  readonly agency: AgencyPlace;
  readonly submission: string;
  readonly row: SampledPerson;
  readonly mayShow: boolean;
  readonly isTaken: boolean;
  readonly errors?: FormErrors;
}

/** One record of the sample: what is asked for, what was sent, and the two ways to send it. */
export function ShowProofPage({
  agency,
  submission,
  row,
  mayShow,
  isTaken,
  errors = noErrors,
}: ShowProofPageProps) {
  const { state, word } = row;
  const list = `/workspace/${agency.slug}/review/sample`;
  const here = `/workspace/${agency.slug}/review/${submission}/sample/${row.place}`;
  const words = content.one;
  const status = agencyStateWords(isTaken)[state];
  const canSend = mayShow && isTaken && (state === 'wanted' || state === 'shown');
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={personWords(row, shownName)}
      lead={canSend ? words.what : undefined}
      errors={errors}
      trail={[sectionLink(agency, 'review'), { label: content.title, href: list }]}
      status={<StatusTag standing={status.standing}>{status.words}</StatusTag>}
    >
      {word ? (
        <Alert kind="info" heading={words.reviewerSays}>
          {word}
        </Alert>
      ) : null}
      {row.staff ? null : (
        <Alert kind="warning" heading={words.goneHeading}>
          {words.gone}
        </Alert>
      )}
      <SummaryList
        facts={
          row.staff
            ? recordFacts(row, row.ownTitle)
            : [
                ...recordFacts(row, row.ownTitle),
                { term: 'Pseudonym', detail: <code class="om-hash">{row.person}</code> },
              ]
        }
      />
      {row.proof ? (
        <p>
          {state === 'shown' ? `${words.sent} ` : null}
          <a class="usa-link" href={`${here}/proof`}>
            {words.open}
          </a>
        </p>
      ) : null}
      {canSend ? <SendProof action={here} row={row} errors={errors} back={list} /> : null}
    </WorkspacePage>
  );
}

function SendProof({
  action,
  row,
  errors,
  back,
}: {
  action: string;
  row: SampledPerson;
  errors: FormErrors;
  back: string;
}) {
  const words = content.one;
  return (
    <>
      {row.kept.length > 0 ? (
        <Section heading={words.keptHeading}>
          <p>{words.keptText}</p>
          {row.kept.map(({ file, name }) => (
            <ActionForm action={`${action}/kept`} hidden={{ file }}>
              {words.useKept(name)}
            </ActionForm>
          ))}
        </Section>
      ) : null}
      <Section heading={row.state === 'shown' ? words.again : words.title}>
        <p>{words.whoSees}</p>
        <Form action={action} multipart>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept={certificateKinds.suffixes}
            megabytes={documentSizeLimit / 1_048_576}
            error={errors.file}
            required
          />
          <ButtonGroup>
            <Button>{words.submit}</Button>
            <ButtonLink look="plain" href={back}>
              {words.back}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </Section>
    </>
  );
}
