import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type Month, monthAfter, monthName } from './month.ts';
import type { ShownMonth } from './month-entry.ts';
import { monthFormContent as content, goneField } from './month-form.ts';
import { type MeasureFacts, outcomeMeasures } from './outcome-measure.ts';
import { outcomesPath } from './outcome-page.tsx';

export interface MonthPageProps {
  readonly agency: AgencyPlace;
  readonly shown: ShownMonth;
  /** The month under way. */
  readonly latest: Month;
  /** What was typed and is shown again, by field. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  /** What somebody else saved meanwhile. */
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly errors?: FormErrors;
}

/** One month's counts to enter and correct. */
export function MonthPage({ agency, shown, latest, typed, conflict, errors = noErrors }: MonthPageProps) {
  const { month, counts, revision } = shown;
  const base = outcomesPath(agency);
  const known = outcomeMeasures.filter(({ measure }) => counts[measure] !== undefined);
  const seen = Object.fromEntries(known.map(({ measure }) => [`shown-${measure}`, 'yes']));
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={content.title(monthName(month))}
      lead={content.lead}
      trail={[sectionLink(agency, 'outcomes')]}
      errors={errors}
      notice={conflict ? <EditConflict fields={conflict} /> : undefined}
    >
      <MonthSteps base={base} month={month} latest={latest} />
      {month === latest ? (
        <Alert kind="info" slim>
          {content.underWay}
        </Alert>
      ) : null}
      <Form action={`${base}/months/${month}`} hidden={{ revision: String(revision), ...seen }}>
        {outcomeMeasures.map(({ measure, label, explanation }) => (
          <NumberField
            name={measure}
            label={label}
            hint={explanation}
            value={typed ? (typed[measure] ?? '') : counts[measure]}
            error={errors[measure]}
          />
        ))}
        <TakeOut known={known} typed={typed} isOpen={hasErrors(errors)} />
        <ButtonGroup>
          <Button>{content.save}</Button>
          <ButtonLink look="plain" href={base}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

/** Counts that stand can be taken out: folded away, since it is rare. */
function TakeOut({
  known,
  typed,
  isOpen,
}: Pick<MonthPageProps, 'typed'> & { known: readonly MeasureFacts[]; isOpen: boolean }) {
  if (known.length === 0) return null;
  const ticked = known.filter(({ measure }) => typed?.[goneField(measure)] === 'yes');
  return (
    <details class="om-section" open={isOpen || ticked.length > 0}>
      <summary>{content.takeOut}</summary>
      <p>{content.takeOutHint}</p>
      {known.map((facts) => (
        <Checkbox
          name={goneField(facts.measure)}
          label={content.notCounted(facts.label)}
          checked={ticked.includes(facts)}
        />
      ))}
    </details>
  );
}

function MonthSteps({ base, month, latest }: { base: string; month: Month; latest: Month }) {
  const [before, after] = [monthAfter(month, -1), monthAfter(month)];
  return (
    <nav class="om-row-nav" aria-label="Other months">
      <ul>
        <li>
          <a href={`${base}/months/${before}`}>
            {content.before}: {monthName(before)}
          </a>
        </li>
        {after <= latest ? (
          <li>
            <a href={`${base}/months/${after}`}>
              {content.after}: {monthName(after)}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
