import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type Baseline, mostMonthsShown } from './baseline.ts';
import { monthSpan } from './month.ts';
import { outcomesPath } from './outcome-page.tsx';

export const settingContent = {
  title: 'Sharing and baseline',
  sharing: {
    heading: 'Sharing with the campaign',
    label: 'May the campaign add up your yearly totals with those of other agencies?',
    no: 'No, keep our counts to us and our partners',
    yes: 'Yes, share yearly totals',
    what: 'What the campaign sees: the total of each year that is over, two months after its end. A total of 1 to 4 is hidden from it and left out of every sum. It sees totals by state and by size of agency. Where you are the only agency that shares in your state or size, it can tell that a total is yours. You can stop at any time.',
  },
  baseline: {
    heading: 'Baseline',
    lead: 'The months that later ones are held against. Leave both fields blank for the twelve months before your pledge was taken.',
    usual: (baseline: Baseline) => `It is ${monthSpan(baseline.first, baseline.last)} now.`,
    none: 'There is no baseline yet: your pledge has not been accepted.',
    first: 'First month',
    last: 'Last month',
    hint: 'Year and month, such as 2025-01',
    bothError: 'Enter both months of the baseline, or leave both blank',
    orderError: `Enter a last month that is not before the first one, at most ${mostMonthsShown} months in all`,
  },
  choiceError: 'Choose whether your totals are shared',
  changed:
    'Somebody else changed these choices while you were here. What you chose is kept below: look at it once more and save again.',
  save: 'Save',
  back: 'Back to outcomes',
} as const;

export interface SettingValues {
  readonly shares: string;
  readonly first: string;
  readonly last: string;
}

export interface SettingPageProps {
  readonly agency: AgencyPlace;
  readonly values: SettingValues;
  readonly revision: number;
  /** The baseline as it stands today. */
  readonly baseline: Baseline | undefined;
  readonly hasChanged?: boolean;
  readonly errors?: FormErrors;
}

/** Whether counts are shared, and what later months are held against. */
export function SettingPage({
  agency,
  values,
  revision,
  baseline,
  hasChanged,
  errors = noErrors,
}: SettingPageProps) {
  const { sharing, baseline: words } = settingContent;
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={settingContent.title}
      trail={[sectionLink(agency, 'outcomes')]}
      errors={errors}
      notice={hasChanged ? <Alert kind="warning">{settingContent.changed}</Alert> : undefined}
    >
      <Form action={`${outcomesPath(agency)}/settings`} hidden={{ revision: String(revision) }}>
        <FormSection heading={sharing.heading} lead={sharing.what}>
          <RadioGroup
            name="shares"
            label={sharing.label}
            value={values.shares}
            error={errors.shares}
            choices={[
              { value: 'no', label: sharing.no },
              { value: 'yes', label: sharing.yes },
            ]}
          />
        </FormSection>
        <FormSection
          heading={words.heading}
          lead={`${words.lead} ${baseline ? words.usual(baseline) : words.none}`}
        >
          <TextField
            name="first"
            label={words.first}
            hint={words.hint}
            value={values.first}
            error={errors.first}
            width="sm"
          />
          <TextField
            name="last"
            label={words.last}
            hint={words.hint}
            value={values.last}
            error={errors.last}
            width="sm"
          />
        </FormSection>
        <ButtonGroup>
          <Button>{settingContent.save}</Button>
          <ButtonLink look="plain" href={outcomesPath(agency)}>
            {settingContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
