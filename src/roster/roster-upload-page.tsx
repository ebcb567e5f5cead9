import type { AgencyPlace } from '../identity/viewer.ts';
import { Button } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { rosterWords as words } from './roster-page-content.ts';

export const rosterFileSuffixes = ['.csv', '.xlsx', '.xls', '.ods', '.tsv', '.txt'] as const;

export const rosterFileMegabytes = 50;

export function RosterUploadPage({
  agency,
  errors = noErrors,
}: {
  agency: AgencyPlace;
  errors?: FormErrors;
}) {
  const content = words.upload;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={content.title}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
    >
      <Form action={`/workspace/${agency.slug}/roster/import`} multipart>
        <FileField
          name="file"
          label={content.file}
          hint={content.hint}
          accept={rosterFileSuffixes}
          megabytes={rosterFileMegabytes}
          error={errors.file}
          required
        />
        <Button>{content.submit}</Button>
      </Form>
    </WorkspacePage>
  );
}
