import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { appealContent } from './appeal-content.ts';
import { appealAbout } from './appeals-list.tsx';
import { closingSentences } from './review-mail-content.ts';
import { DecisionTold } from './review-requirement.tsx';
import type { Submission } from './submission.ts';

const content = appealContent.agency;

export interface AgencyAppealPageProps {
  readonly agency: AgencyPlace;
  readonly submission: Submission;
  /** Undefined for the closing of the case. */
  readonly requirement: Requirement | undefined;
  readonly grounds: string;
  readonly errors?: FormErrors;
}

/** The decision once more, and the form to say why it is wrong. */
export function AgencyAppealPage(props: AgencyAppealPageProps) {
  const { agency, submission, requirement, grounds, errors = noErrors } = props;
  const review = submission.reviews.find((one) => one.requirement === requirement);
  const isDecided = submission.state === 'returned' || submission.state === 'closed';
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={`${appealAbout({ requirement })}. ${content.lead}`}
      errors={errors}
    >
      <Section heading={content.decision}>
        {review && isDecided ? <DecisionTold review={review} /> : null}
        {requirement === undefined && submission.closing ? (
          <p>{closingSentences[submission.closing.because]}</p>
        ) : null}
      </Section>
      <Form action={`/workspace/${agency.slug}/review/${submission.id}/appeal/${requirement ?? 'closing'}`}>
        <TextArea
          name="grounds"
          label={content.groundsLabel}
          hint={content.groundsHint}
          value={grounds}
          error={errors.grounds}
          required
        />
        <ButtonGroup>
          <Button>{content.send}</Button>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
