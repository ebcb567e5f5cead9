import type { AgencyPlace } from '../identity/viewer.ts';
import { Button } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { ImportTypes } from './file-import.ts';
import { importContent as content } from './file-import-content.ts';
import type { ImportDesk } from './import-desk.tsx';
import { importPlaces } from './import-place.ts';

export const importFileSuffixes = ['.csv', '.xlsx', '.xlsm', '.xls', '.ods', '.tsv', '.txt'] as const;
export const importFileMegabytes = 50;

export function ImportUploadPage<T extends ImportTypes>(props: {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly errors?: FormErrors;
}) {
  const { agency, desk, errors = noErrors } = props;
  const { section, path } = importPlaces[desk.subject.name];
  const base = `/workspace/${agency.slug}/${path}`;
  const words = desk.words.upload;
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={words.title}
      lead={words.lead}
      errors={errors}
      trail={[sectionLink(agency, section)]}
    >
      <Form action={`${base}/import`} multipart>
        <FileField
          name="file"
          label={words.file}
          hint={content.upload.hint}
          accept={importFileSuffixes}
          megabytes={importFileMegabytes}
          error={errors.file}
          required
        />
        <Button>{content.upload.submit}</Button>
      </Form>
      <p>
        <a class="usa-link" href={`${base}/imports`}>
          {content.upload.earlier}
        </a>
      </p>
    </WorkspacePage>
  );
}
