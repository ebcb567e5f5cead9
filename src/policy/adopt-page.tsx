import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { adoptContent } from './adoption-content.ts';
import { OpenComments } from './open-comments.tsx';
import type { AdoptionObstacles } from './policy.ts';
import { unsettledLabels } from './policy-content.ts';
import { Buttons } from './policy-form-pages.tsx';
import { mayBeFromToday } from './policy-life.ts';
import { VersionContent, type VersionProps } from './version-page.tsx';

export interface AdoptPageProps extends VersionProps {
  /** What is left to settle; undefined when the executive can adopt. */
  readonly obstacles: AdoptionObstacles | undefined;
  /** Comments of partners that are neither answered nor settled. */
  readonly commentsWaiting: number;
  readonly today: CalendarDate;
  readonly typed: {
    readonly name: string;
    readonly on: string;
    readonly isFromToday: boolean;
    readonly overComments: string;
  };
  readonly errors?: FormErrors | undefined;
}

/** The executive reads the draft and adopts it by typed name, or is told what is left to settle. */
export function AdoptPage(props: AdoptPageProps) {
  const { agency, policy, obstacles, typed, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={adoptContent.title}
      lead={adoptContent.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      {obstacles ? <Obstacles obstacles={obstacles} /> : null}
      <OpenComments agency={agency} draft={policy} count={props.commentsWaiting} />
      <VersionContent {...props} />
      {obstacles ? null : (
        <Form
          action={`/workspace/${agency.slug}/policy/draft/adopt`}
          hidden={{ revision: String(policy.revision) }}
        >
          <TextField
            name="name"
            label={adoptContent.name}
            hint={adoptContent.nameHint}
            value={typed.name}
            error={errors.name}
            autocomplete="name"
            maxlength={200}
            required
          />
          <DateField
            name="on"
            label={adoptContent.on}
            value={typed.on}
            error={errors.on}
            max={props.today}
            required
          />
          <EffectiveDay {...props} />
          {props.commentsWaiting > 0 ? (
            <TextArea
              name="overComments"
              label={adoptContent.overComments}
              hint={adoptContent.overCommentsHint}
              value={typed.overComments}
              error={errors.overComments}
              rows={3}
              maxlength={2000}
              required
            />
          ) : null}
          <Buttons agency={agency} submit={adoptContent.submit} />
        </Form>
      )}
    </WorkspacePage>
  );
}

/** From when the policy will be in effect; of a day gone by, that it can't be, with the choice of today. */
function EffectiveDay({ policy, today, typed }: AdoptPageProps) {
  const { effectiveOn } = policy;
  if (effectiveOn === undefined) return null;
  if (effectiveOn >= today) {
    return (
      <p>
        {policy.title}: in effect from {longDate(effectiveOn)}.
      </p>
    );
  }
  return (
    <>
      <Alert kind="info">{adoptContent.backdated(longDate(effectiveOn))}</Alert>
      {mayBeFromToday(policy, today) ? (
        <Checkbox
          name="isFromToday"
          label={adoptContent.fromToday(longDate(today))}
          checked={typed.isFromToday}
        />
      ) : null}
    </>
  );
}

function Obstacles({ obstacles }: { obstacles: AdoptionObstacles }) {
  return (
    <Alert kind="warning" heading={adoptContent.outstandingHeading}>
      <p>{adoptContent.outstanding}</p>
      <ul class="usa-list">
        {obstacles.isEffectiveDateMissing ? <li>{adoptContent.effectiveMissing}</li> : null}
        {obstacles.unsettled.map(({ element, why }) => (
          <li>
            {element.title}: {unsettledLabels[why]}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
