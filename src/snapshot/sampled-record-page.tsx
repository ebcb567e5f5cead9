import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { EvidenceFrame } from '../review-case/evidence-frame.tsx';
import type { ViewedMediaType } from '../review-case/viewed-document.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { queue, type Reviewed } from './campaign-sample-page.tsx';
import { campaignSampleContent as content, recordFacts, stateWords } from './sample-content.ts';
import type { SamplePlace } from './sample-place.ts';

export interface SampledRecordPageProps extends Reviewed {
  readonly row: SamplePlace;
  /** The place after this one, where more are asked for. */
  readonly next: number | undefined;
  readonly mayOpen: boolean;
  /** What the proof is by its content, where a browser can show that. */
  readonly viewed: ViewedMediaType | undefined;
  /** Whether the viewer reviews the submission right now. */
  readonly mayDecide: boolean;
  /** What was chosen and written when it was refused. */
  readonly values?: { readonly decision: string; readonly word: string };
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** One record: its facts, its proof, and the reviewer's decision. */
export function SampledRecordPage(props: SampledRecordPageProps) {
  const { roles, submission, agencyName, row, next, errors = noErrors } = props;
  const list = `${queue}/${submission.id}/sample`;
  const words = content.one;
  return (
    <CampaignPage
      roles={roles}
      here={queue}
      title={words.title(row.place)}
      above={agencyName}
      errors={errors}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      status={<StatusTag standing={stateWords[row.state].standing}>{stateWords[row.state].words}</StatusTag>}
      trail={[
        { label: 'Reviews', href: queue },
        { label: agencyName, href: `${queue}/${submission.id}` },
        { label: content.title, href: list },
      ]}
    >
      {row.word ? <Alert kind="info">{row.word}</Alert> : null}
      <SummaryList
        facts={[
          ...recordFacts(row),
          { term: 'Pseudonym', detail: <code class="om-hash">{row.person}</code> },
        ]}
      />
      <Section heading={words.proof}>
        <ProofPart {...props} here={`${list}/${row.place}`} />
      </Section>
      {row.proof && props.mayDecide ? <Decision {...props} action={`${list}/${row.place}`} /> : null}
      {next ? (
        <p>
          <a class="usa-link" href={`${list}/${next}`}>
            {words.next}
          </a>
        </p>
      ) : null}
    </CampaignPage>
  );
}

function ProofPart({ row, mayOpen, viewed, here }: SampledRecordPageProps & { here: string }) {
  const words = content.one;
  if (!row.proof) return <p>{words.noProof}</p>;
  if (!mayOpen) return <p>{words.notYours}</p>;
  return (
    <>
      <p class="om-quiet">{words.openHint}</p>
      {viewed ? (
        <EvidenceFrame address={`${here}/proof/view`} title={words.proofOf(row.place)} mediaType={viewed} />
      ) : null}
      <ButtonLink look="outline" href={`${here}/proof`}>
        {words.download}
      </ButtonLink>
    </>
  );
}

function Decision({ row, values, errors = noErrors, action }: SampledRecordPageProps & { action: string }) {
  const words = content.one;
  const decided = row.state === 'accepted' || row.state === 'failed' ? row.state : undefined;
  return (
    <Section heading={words.decision}>
      <p>{words.widens}</p>
      <Form action={action} hidden={{ proof: row.proof?.id ?? '' }}>
        <RadioGroup
          name="decision"
          label={words.decision}
          value={values?.decision ?? decided}
          error={errors.decision}
          choices={Object.entries(words.decisions).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="word"
          label={words.word}
          hint={words.wordHint}
          value={values?.word ?? row.word}
          error={errors.word}
          rows={3}
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  );
}
