import { campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { Typed } from '../question/question.ts';
import { QuestionFields } from '../question/question-field.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { headcountSections } from './draft-content.ts';
import type { Pledge } from './pledge.ts';
import { pledgeContent } from './pledge-content.ts';
import { PledgeReason } from './pledge-pages.tsx';
import {
  executiveEmailQuestion,
  executiveQuestions,
  headcountQuestions,
  lengthQuestions,
} from './terms-form-content.ts';

const content = pledgeContent.amend;

export interface AmendPageProps {
  readonly agency: AgencyPlace;
  readonly pledge: Pledge;
  readonly typed: Typed;
  readonly errors: FormErrors;
  /** The present executive's address, where the coordinator can't name somebody else. */
  readonly settledEmail: string | undefined;
}

/** The terms of a pledge, to change and send to be signed; for a withdrawn pledge, the terms of the next. */
export function AmendPage({ agency, pledge, typed, errors, settledEmail }: AmendPageProps) {
  const isAgain = pledge.state.is === 'withdrawn';
  const rules = isAgain ? currentRules : campaignRules(pledge.rulesVersion);
  const fields = { typed, errors };
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={isAgain ? content.titleAgain : content.title}
      lead={isAgain ? content.leadAgain : content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'pledge')]}
    >
      <PledgeReason pledge={pledge} />
      <p>
        {content.rename}{' '}
        <a href={`/workspace/${agency.slug}/settings`}>{sectionLink(agency, 'settings').label}</a>
      </p>
      <Form action={`/workspace/${agency.slug}/pledge/amend`}>
        <FormSection heading={headcountSections.sworn}>
          <QuestionFields questions={headcountQuestions.slice(0, 1)} {...fields} />
        </FormSection>
        <FormSection heading={headcountSections.nonSworn} lead={headcountSections.nonSwornLead}>
          <QuestionFields questions={headcountQuestions.slice(1)} {...fields} />
        </FormSection>
        <FormSection
          heading={content.executive}
          lead={settledEmail === undefined ? undefined : content.settled(settledEmail)}
        >
          <QuestionFields
            questions={
              settledEmail === undefined
                ? [...executiveQuestions, executiveEmailQuestion]
                : executiveQuestions
            }
            {...fields}
          />
        </FormSection>
        <FormSection heading={content.length}>
          <QuestionFields questions={lengthQuestions(rules)} {...fields} />
        </FormSection>
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink href={`/workspace/${agency.slug}/pledge`} look="plain">
            {pledgeContent.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
