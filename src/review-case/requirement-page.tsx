import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PersonId } from '../database/acting.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { changeWords } from '../review/queue-content.ts';
import {
  campaignReviewContent,
  requirementNames,
  stateWords,
  tieSentences,
} from '../review/review-content.ts';
import { Checklist } from '../review/review-requirement.tsx';
import { requirementsOfChange } from '../review/submission-change.ts';
import { trainingRequirements } from '../snapshot/sample-standing.ts';
import { standingSentence } from '../snapshot/sample-standing-content.ts';
import { Alert } from '../uswds/alert.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { Confirmations } from './confirmations.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionSection } from './decision-section.tsx';
import { EarlierRounds } from './earlier-rounds.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { requirementContent as content, factLines, sourceOf } from './requirement-content.ts';
import type { RequirementFile } from './requirement-file-actions.ts';

export interface RequirementPageProps extends RequirementFile {
  readonly roles: readonly CampaignRole[];
  readonly me: PersonId;
  /** The file asked to be shown in the frame. */
  readonly viewed: string | undefined;
  /** The form as it was sent, or as it is kept. */
  readonly values: { readonly decision: string; readonly comment: string; readonly phrasing: string };
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** One requirement of a case: the rule, what was frozen about it, what was said before, and the decision. */
export function RequirementPage(props: RequirementPageProps) {
  const { file, review, me, errors = noErrors } = props;
  const { submission, snapshot, ties } = file;
  const { requirement } = review;
  const base = `/campaign/reviews/${submission.id}`;
  const isMine = submission.state === 'in-review' && submission.reviewer === me && ties.length === 0;
  const state = stateWords[submission.state];
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/reviews"
      title={requirementNames[requirement]}
      above={`${snapshot.agency.name}, ${content.round(submission.round)}`}
      status={<StatusTag standing={state.standing}>{state.words}</StatusTag>}
      errors={errors}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      trail={[
        { label: campaignReviewContent.queueTitle, href: '/campaign/reviews' },
        { label: snapshot.agency.name, href: base },
      ]}
    >
      {ties.length > 0 ? (
        <Alert kind="warning">{ties.map((tie) => tieSentences[tie]).join(' ')}</Alert>
      ) : null}
      <Neighbors {...props} />
      <Rule {...props} />
      <Section heading={content.facts}>
        <ul class="usa-list">
          {snapshot.requirements
            .find((entry) => entry.requirement === requirement)
            ?.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
        </ul>
        <SummaryList facts={factLines(snapshot, requirement)} />
        {requirement === 'policy' && snapshot.checklist.length > 0 ? <Checklist snapshot={snapshot} /> : null}
      </Section>
      <Sample {...props} />
      <EvidenceSection {...props} />
      <Confirmations
        snapshot={snapshot}
        requirement={requirement}
        fromAgencyDomain={props.confirmedFromAgencyDomain}
      />
      <AgencyWords {...props} />
      <Changes {...props} />
      <EarlierRounds {...props} />
      {isMine ? (
        <DecisionForm {...props} errors={errors} next={neighborsOf(props).next} />
      ) : (
        <DecisionSection {...props} />
      )}
      <Neighbors {...props} />
    </CampaignPage>
  );
}

function neighborsOf({ file, review }: RequirementPageProps) {
  const order = file.submission.reviews.map(({ requirement }) => requirement);
  const place = order.indexOf(review.requirement);
  return { previous: order[place - 1], next: order[place + 1] };
}

function Neighbors(props: RequirementPageProps) {
  const { previous, next } = neighborsOf(props);
  const base = `/campaign/reviews/${props.file.submission.id}`;
  const link = (to: Requirement, words: string, key: string) => (
    <a class="usa-link" href={`${base}/${to}`} accesskey={key} rel={key === 'n' ? 'next' : 'prev'}>
      {words}: {requirementNames[to]}
    </a>
  );
  return (
    <nav aria-label={content.navigation} class="om-quiet">
      {previous ? <>{link(previous, content.previous, 'p')} · </> : null}
      <a class="usa-link" href={base}>
        {content.all}
      </a>
      {next ? <> · {link(next, content.next, 'n')}</> : null}
      <br />
      {content.keys}
    </nav>
  );
}

function Rule({ file: { snapshot }, review: { requirement } }: RequirementPageProps) {
  const rules = campaignRules(snapshot.rules);
  const worded = rules.requirements.find((one) => one.requirement === requirement);
  const source = sourceOf(rules, requirement);
  return (
    <Section heading={content.rule}>
      <p>
        <strong>{worded?.title}</strong> ({rules.title})
      </p>
      <p>{worded?.text}</p>
      <p class="om-quiet">
        {content.ruleSource} <a href={source.url}>{source.title}</a>
        {source.note ? `. ${source.note}` : null}
      </p>
    </Section>
  );
}

/** How far the sample is, for the requirements that rest on training records. */
function Sample({ sample, file, review: { requirement } }: RequirementPageProps) {
  if (sample.is === 'none' || !trainingRequirements.includes(requirement)) return null;
  return (
    <Section heading={campaignReviewContent.sample}>
      <p>{standingSentence(sample)}</p>
      <p>
        <a class="usa-link" href={`/campaign/reviews/${file.submission.id}/sample`}>
          {content.sampleLink}
        </a>
      </p>
    </Section>
  );
}

function AgencyWords({ file: { submission }, review: { answer } }: RequirementPageProps) {
  return (
    <>
      {submission.note ? (
        <Section heading={content.note}>
          <p>{submission.note}</p>
        </Section>
      ) : null}
      {answer ? (
        <Section heading={content.answered}>
          <p>{answer}</p>
        </Section>
      ) : null}
    </>
  );
}

function Changes({ file: { changes = [] }, review: { requirement } }: RequirementPageProps) {
  const own = changes.filter((change) => requirementsOfChange(change).includes(requirement));
  if (own.length === 0) return null;
  return (
    <Section heading={content.changed}>
      <ul class="usa-list">
        {own.map((change) => (
          <li>{changeWords(change)}</li>
        ))}
      </ul>
    </Section>
  );
}
