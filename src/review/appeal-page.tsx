import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import type { Appeal } from './appeal.ts';
import { appealContent as content } from './appeal-content.ts';
import { appealAbout } from './appeals-list.tsx';
import { campaignReviewContent, tieSentences } from './review-content.ts';
import type { ReviewFile } from './review-file-actions.ts';
import { closingSentences } from './review-mail-content.ts';
import { DecisionTold } from './review-requirement.tsx';
import { openStates } from './submission.ts';

export interface AppealPageProps extends ReviewFile {
  readonly roles: readonly CampaignRole[];
  readonly appeal: Appeal;
  readonly values: { readonly verdict: string; readonly grounds: string };
  readonly errors?: FormErrors;
}

/** One appeal: the decision, what the agency says against it, and the form for the third person. */
export function AppealPage(props: AppealPageProps) {
  const { submission, snapshot, appeal, ties, isDecider, errors = noErrors } = props;
  const state = content.states[appeal.state.is];
  const review = submission.reviews.find(({ requirement }) => requirement === appeal.requirement);
  const base = `/campaign/reviews/${submission.id}`;
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/reviews"
      title={content.title(snapshot.agency.name)}
      above={appealAbout(appeal)}
      lead={content.campaign.filedOn(longDate(dayIn('UTC', appeal.filedAt)))}
      status={<StatusTag standing={state.standing}>{state.words}</StatusTag>}
      errors={errors}
      trail={[
        { label: campaignReviewContent.queueTitle, href: '/campaign/reviews' },
        { label: snapshot.agency.name, href: base },
      ]}
    >
      <p>
        <a class="usa-link" href={appeal.requirement ? `${base}/${appeal.requirement}` : base}>
          {content.campaign.file}
        </a>
      </p>
      <Section heading={content.campaign.decision}>
        {review ? <DecisionTold review={review} /> : null}
        {submission.closing ? <p>{closingSentences[submission.closing.because]}</p> : null}
      </Section>
      <Section heading={content.campaign.grounds}>
        <p>{appeal.grounds}</p>
      </Section>
      {appeal.state.is === 'upheld' || appeal.state.is === 'allowed' ? (
        <Section heading={content.agency.answer}>
          <p>{appeal.state.grounds}</p>
        </Section>
      ) : null}
      {appeal.state.is !== 'waiting' || openStates.includes(submission.state) ? null : ties.length > 0 ? (
        <Alert kind="warning">{ties.map((tie) => tieSentences[tie]).join(' ')}</Alert>
      ) : isDecider ? (
        <Alert kind="info">{content.campaign.earlier}</Alert>
      ) : (
        <VerdictForm {...props} />
      )}
    </CampaignPage>
  );
}

function VerdictForm({ submission, appeal, values, errors = noErrors }: AppealPageProps) {
  const words = content.campaign;
  return (
    <Form action={`/campaign/reviews/${submission.id}/appeals/${appeal.id}`}>
      <RadioGroup
        name="verdict"
        label={words.verdictLabel}
        hint={appeal.requirement ? words.verdictHints.requirement : words.verdictHints.closing}
        value={values.verdict}
        error={errors.verdict}
        choices={Object.entries(words.verdicts).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="grounds"
        label={words.groundsLabel}
        value={values.grounds}
        error={errors.grounds}
        required
      />
      <ButtonGroup>
        <Button>{words.send}</Button>
      </ButtonGroup>
    </Form>
  );
}
