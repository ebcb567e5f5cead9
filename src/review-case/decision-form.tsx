import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { campaignReviewContent, requirementNames } from '../review/review-content.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { requirementContent as content } from './requirement-content.ts';
import type { RequirementPageProps } from './requirement-page.tsx';

/** The decision with its grounds; words kept for it are put in by a button of the same form, without a script. */
export function DecisionForm({
  file,
  review,
  phrasings,
  values,
  errors = noErrors,
  next,
}: RequirementPageProps & { readonly next: Requirement | undefined }) {
  return (
    <Section heading={content.decision} id="decision">
      <Form action={`/campaign/reviews/${file.submission.id}/${review.requirement}`}>
        <RadioGroup
          name="decision"
          label={campaignReviewContent.decisionLabel}
          value={values.decision}
          error={errors.decision}
          choices={Object.entries(campaignReviewContent.decisions).map(([value, label]) => ({
            value,
            label,
          }))}
        />
        <TextArea
          name="comment"
          label={campaignReviewContent.commentLabel}
          hint={campaignReviewContent.commentHint}
          value={values.comment}
          error={errors.comment}
        />
        {phrasings.length > 0 ? (
          <>
            <Select
              name="phrasing"
              label={content.phrasingLabel}
              hint={content.phrasingHint}
              value={values.phrasing}
              error={errors.phrasing}
              placeholder={content.phrasingNone}
              choices={phrasings.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <ButtonGroup>
              <Button look="plain" name="act" value="insert">
                {content.insert}
              </Button>
            </ButtonGroup>
          </>
        ) : null}
        <ButtonGroup>
          <Button name="act" value="save">
            {content.save}
          </Button>
          {next ? (
            <Button look="outline" name="act" value="next">
              {content.saveNext}: {requirementNames[next]}
            </Button>
          ) : null}
        </ButtonGroup>
      </Form>
    </Section>
  );
}
