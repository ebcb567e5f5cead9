import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Evidence, EvidenceLine } from './evidence.ts';
import { evidenceContent as content } from './evidence-content.ts';

export interface EvidencePageProps {
  readonly agency: AgencyPlace;
  readonly groups: readonly { readonly requirement: Requirement; readonly lines: readonly EvidenceLine[] }[];
  readonly mayChange: boolean;
  readonly notice: string | undefined;
}

export function EvidencePage({ agency, groups, mayChange, notice }: EvidencePageProps) {
  const base = `/workspace/${agency.slug}/evidence`;
  return (
    <WorkspacePage
      agency={agency}
      here="evidence"
      title={content.title}
      lead={content.lead}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      {groups.map(({ requirement, lines }) => (
        <Section
          heading={content.requirementNames[requirement]}
          id={requirement}
          actions={mayChange ? <AddLink base={base} requirement={requirement} /> : undefined}
        >
          <EvidenceTable
            agency={agency}
            base={base}
            requirement={requirement}
            lines={lines}
            mayChange={mayChange}
          />
        </Section>
      ))}
    </WorkspacePage>
  );
}

function AddLink({ base, requirement }: { base: string; requirement: Requirement }) {
  return (
    <ButtonLink look="outline" href={`${base}/add/${requirement}`}>
      {content.add.link}
      <span class="usa-sr-only"> to {content.requirementNames[requirement]}</span>
    </ButtonLink>
  );
}

interface EvidenceTableProps {
  readonly agency: AgencyPlace;
  readonly base: string;
  readonly requirement: Requirement;
  readonly lines: readonly EvidenceLine[];
  readonly mayChange: boolean;
}

function EvidenceTable({ agency, base, requirement, lines, mayChange }: EvidenceTableProps) {
  return (
    <Table
      caption={`Files for ${content.requirementNames[requirement]}`}
      captionHidden
      rows={lines}
      empty={<p class="om-quiet">{content.empty[requirement]}</p>}
      columns={[
        { heading: 'File', rowHeader: true, cell: (line) => <FileCell base={base} line={line} /> },
        { heading: 'Added', cell: (line) => <AddedCell piece={line.current} timeZone={agency.timeZone} /> },
        { heading: 'Fingerprint', cell: (line) => <Fingerprint sha256={line.current.file.sha256} /> },
        ...(mayChange
          ? [
              {
                heading: 'Change',
                cell: (line: EvidenceLine) => <ChangeLinks base={base} piece={line.current} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function FileCell({ base, line: { current, earlier } }: { base: string; line: EvidenceLine }) {
  return (
    <>
      <FileLink base={base} piece={current}>
        {current.title}
      </FileLink>
      {current.note ? <p class="om-quiet">{current.note}</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{content.earlier(earlier.length)}</summary>
          <ul>
            {earlier.map((piece) => (
              <li>
                <FileLink base={base} piece={piece}>
                  {piece.file.name}
                </FileLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function FileLink({ base, piece, children }: { base: string; piece: Evidence; children: string }) {
  return (
    <>
      <a class="usa-link" href={`${base}/${piece.id}/file`}>
        {children}
      </a>{' '}
      <span class="om-quiet">({sizeInWords(piece.file.size)})</span>
    </>
  );
}

function AddedCell({ piece, timeZone }: { piece: Evidence; timeZone: string }) {
  return (
    <>
      {longDate(dayIn(timeZone, piece.addedAt))}
      {piece.addedBy ? <span class="om-quiet"> by {piece.addedBy}</span> : null}
    </>
  );
}

/** The first digits are enough to compare by eye; the whole hash is there to copy. */
function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <details>
      <summary class="om-fold">
        <code>{sha256.slice(0, 12)}…</code>
      </summary>
      <code class="om-hash">{sha256}</code>
    </details>
  );
}

function ChangeLinks({ base, piece }: { base: string; piece: Evidence }) {
  const about = <span class="usa-sr-only"> {piece.title}</span>;
  return (
    <>
      <a class="usa-link" href={`${base}/${piece.id}/replace`}>
        {content.replace.link}
        {about}
      </a>{' '}
      <a class="usa-link" href={`${base}/${piece.id}/remove`}>
        {content.remove.link}
        {about}
      </a>
    </>
  );
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
