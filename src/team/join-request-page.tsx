import type { NamedAgency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { FormPage } from '../uswds/form-page.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { teamContent } from './team-content.ts';

const content = teamContent.join;

export interface JoinPageProps {
  readonly agency: NamedAgency;
  readonly note: string;
  readonly errors: FormErrors;
}

/** Somebody asks to belong to an agency that is already here. */
export function JoinPage({ agency, note, errors }: JoinPageProps) {
  return (
    <FormPage
      title={content.title}
      lead={content.lead(agency.name, `${agency.city}, ${regionName(agency.region)}`)}
      action={`/pledge/join/${agency.slug}`}
      errors={errors}
      submit={content.submit}
      cancel={{ href: '/start', label: teamContent.cancel }}
      unlisted
    >
      <TextArea
        name="note"
        label={content.note}
        hint={content.noteHint}
        value={note}
        error={errors.note}
        rows={4}
        maxlength={1000}
        required
      />
    </FormPage>
  );
}
