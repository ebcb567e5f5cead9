import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type ImportTypes, isOpen, type ListedImport } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import type { ImportDesk } from './import-desk.tsx';
import { importPlaces } from './import-place.ts';
import { count } from './import-preview-page.tsx';
import { stepOf } from './import-progress-page.tsx';

const content = importContent.list;

export interface ImportListPageProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly imports: readonly ListedImport<T>[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** As the agency's clocks show it. */
  readonly moment: (moment: Date) => string;
  readonly notice?: string | undefined;
}

/** Every file that was read, with what became of it. */
export function ImportListPage<T extends ImportTypes>(props: ImportListPageProps<T>) {
  const { agency, desk, imports, moment, notice } = props;
  const { section, path } = importPlaces[desk.subject.name];
  const base = `/workspace/${agency.slug}/${path}`;
  const start = <ButtonLink href={`${base}/import`}>{desk.words.upload.title}</ButtonLink>;
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={content.title}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, section)]}
      actions={imports.length > 0 ? start : undefined}
    >
      <Table
        caption={content.title}
        captionHidden
        rows={imports}
        empty={
          <EmptyState heading={content.empty} actions={start}>
            {content.emptyText}
          </EmptyState>
        }
        columns={[
          {
            heading: 'File',
            rowHeader: true,
            cell: (found) => (
              <a class="usa-link" href={`${base}/import/${found.id}`}>
                {found.file.name}
              </a>
            ),
          },
          { heading: 'Read on', cell: (found) => moment(found.startedAt) },
          { heading: 'By', cell: (found) => found.startedBy },
          {
            heading: 'Rows',
            numeric: true,
            cell: (found) => (found.report ? count(found.report.rowsRead) : ''),
          },
          { heading: 'What became of it', cell: (found) => becameOf(found, moment) },
          {
            heading: content.delete,
            headingHidden: true,
            cell: (found) =>
              isOpen(found) && found.work === undefined ? (
                <ActionForm
                  action={`${base}/import/${found.id}/discard`}
                  look="outline"
                  hidden={{ plan: found.report?.stamp ?? '', from: 'list' }}
                  about={content.about(found.file.name, moment(found.startedAt))}
                >
                  {content.delete}
                </ActionForm>
              ) : null,
          },
        ]}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(props.total / props.pageSize)}
        href={`${base}/imports`}
        label={content.title}
      />
    </WorkspacePage>
  );
}

function becameOf<T extends ImportTypes>(found: ListedImport<T>, moment: (moment: Date) => string): string {
  if (found.work !== undefined) return content.work[stepOf(found.work)];
  if (found.undoneAt) return content.closed(content.states.undone, moment(found.undoneAt), '');
  if (found.committedAt)
    return content.closed(content.states.committed, moment(found.committedAt), found.committedBy ?? '');
  return content.states[found.state];
}
