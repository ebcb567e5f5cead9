import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { FileImport, ImportTypes } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import type { ImportDesk } from './import-desk.tsx';
import { importPlaces } from './import-place.ts';
import { count } from './import-preview-page.tsx';

const content = importContent.list;

export interface ImportListPageProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly imports: readonly FileImport<T>[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly day: (moment: Date) => string;
}

/** Every file that was read, with what became of it. */
export function ImportListPage<T extends ImportTypes>(props: ImportListPageProps<T>) {
  const { agency, desk, imports, day } = props;
  const { section, path } = importPlaces[desk.subject.name];
  const base = `/workspace/${agency.slug}/${path}`;
  const start = <ButtonLink href={`${base}/import`}>{desk.words.upload.title}</ButtonLink>;
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={content.title}
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
          { heading: 'Read on', cell: (found) => day(found.startedAt) },
          { heading: 'By', cell: (found) => found.startedBy },
          {
            heading: 'Rows',
            numeric: true,
            cell: (found) => (found.report ? count(found.report.rowsRead) : ''),
          },
          { heading: 'What became of it', cell: (found) => content.states[found.state] },
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
