import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { unreadableDates } from './record-dates.ts';
import { reviewContent } from './review-content.ts';
import type { StoredRecord } from './stored-record.ts';

const content = reviewContent.dates;

export interface RecordDatePageProps {
  readonly agency: AgencyPlace;
  readonly record: StoredRecord;
  /** The person as written, where the record was found; empty when it was found in the list of doubts. */
  readonly personKey: string;
  /** Where the page was come from. */
  readonly back: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

/** The dates of one record that can't be read as they are written, to be typed by somebody who knows them. */
export function RecordDatePage(props: RecordDatePageProps) {
  const { agency, record, personKey, back, typed, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/training/review`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead(shownName(record.name), record.title || record.code || '')}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: reviewContent.title, href: base }]}
    >
      <Form action={`${base}/date`} hidden={{ record: record.id, key: personKey, typed: 'yes' }}>
        {unreadableDates(record.notes).map(({ field, text, proposal }) => (
          <DateField
            name={field}
            label={content.labels[field]}
            hint={content.written(text)}
            value={typed[field] ?? proposal ?? ''}
            error={errors[field]}
            required
          />
        ))}
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={back}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
