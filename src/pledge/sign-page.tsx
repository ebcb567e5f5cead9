import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Prose, Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Pledge } from './pledge.ts';
import { pledgeContent } from './pledge-content.ts';
import { PledgeFacts } from './pledge-facts.tsx';
import { RequirementsInFull } from './requirements-in-full.tsx';

const content = pledgeContent.sign;

export interface SignPageProps {
  readonly agency: AgencyPlace;
  readonly pledge: Pledge;
  readonly typed: { readonly name: string; readonly isConfirmed: boolean; readonly reason: string };
  readonly errors: FormErrors;
}

/** The pledge in full, and beneath it the executive's signature, or a word on what is not right. */
export function SignPage({ agency, pledge, typed, errors }: SignPageProps) {
  const base = `/workspace/${agency.slug}/pledge`;
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={content.title}
      lead={content.lead(agency.name)}
      errors={errors}
      trail={[sectionLink(agency, 'pledge')]}
    >
      <Section heading={pledgeContent.requirements.unsigned}>
        <RequirementsInFull rules={campaignRules(pledge.rulesVersion)} level={3} />
      </Section>
      <Section heading={content.facts}>
        <PledgeFacts pledge={pledge} timeZone={agency.timeZone} />
      </Section>
      <Form action={`${base}/sign`}>
        <FormSection heading={content.section} lead={content.promise(agency.name)}>
          <TextField
            name="name"
            label={content.name}
            hint={content.nameHint(pledge.executive.name)}
            value={typed.name}
            error={errors.name}
            autocomplete="name"
            maxlength={120}
            required
          />
          <Checkbox
            name="confirmed"
            label={content.confirm}
            checked={typed.isConfirmed}
            error={errors.confirmed}
            required
          />
        </FormSection>
        <ButtonGroup>
          <Button look="accent">{content.submit}</Button>
        </ButtonGroup>
      </Form>
      <Section heading={content.back.heading}>
        <Prose>
          <form class="usa-form om-form" method="post" action={`${base}/send-back`} novalidate>
            <TextArea
              name="reason"
              label={content.back.reason}
              hint={content.back.reasonHint}
              value={typed.reason}
              error={errors.reason}
              maxlength={2000}
              required
            />
            <ButtonGroup>
              <Button look="outline">{content.back.submit}</Button>
            </ButtonGroup>
          </form>
        </Prose>
      </Section>
    </WorkspacePage>
  );
}
