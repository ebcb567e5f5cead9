import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { withQuery } from '../uswds/query-string.ts';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { identityWords } from './identity-content.ts';
import type { StagedChange } from './roster-change-store.ts';
import { rosterImportWords } from './roster-import-content.ts';
import { StagedChangeTable } from './staged-change-table.tsx';

const words = identityWords.look;

export interface RowsToLookAtPageProps {
  readonly agency: AgencyPlace;
  /** Of the import. */
  readonly path: string;
  readonly changes: readonly StagedChange[];
  readonly total: number;
  /** How many people wait for an answer. */
  readonly unclear: number | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly notice: string | undefined;
  readonly error: string | undefined;
}

/** The rows of a file that somebody should look at, whatever they do, and the answers to who is who. */
export function RowsToLookAtPage(props: RowsToLookAtPageProps) {
  const { agency, path, changes, total, unclear = 0, page, pageSize, notice, error } = props;
  const here = `${path}/look`;
  const answers = withQuery(here, { page: page > 1 ? String(page) : undefined });
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={words.title}
      lead={words.lead}
      errors={error ? { form: error } : noErrors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, 'roster'), { label: rosterImportWords.preview.title, href: path }]}
    >
      {unclear > 1 ? (
        <ActionForm action={answers} look="outline" hidden={{ all: 'yes' }}>
          {identityWords.sameForAll(unclear)}
        </ActionForm>
      ) : null}
      <StagedChangeTable caption={words.title} changes={changes} answers={answers} saysKind />
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={here} label={words.title} />
      <ButtonGroup>
        <ButtonLink look="outline" href={path}>
          {words.back}
        </ButtonLink>
      </ButtonGroup>
    </WorkspacePage>
  );
}
