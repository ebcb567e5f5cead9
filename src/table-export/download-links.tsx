import { type ExportFormat, exportFormats } from './table-download.ts';

const formatNames: Readonly<Record<ExportFormat, string>> = { csv: 'CSV', xlsx: 'Excel' };

export interface DownloadLinksProps {
  /** “Download this list”. */
  readonly label: string;
  /** Where the file is, without its ending. */
  readonly path: string;
  /** The address of the page shown: its filters hold for the file too. */
  readonly href: string;
}

/** Download this list: CSV, Excel. */
export function DownloadLinks({ label, path, href }: DownloadLinksProps) {
  return (
    <p>
      {label}:{' '}
      {exportFormats.map((format, place) => (
        <>
          {place > 0 ? ', ' : ''}
          <a class="usa-link" href={downloadAddress(path, format, href)}>
            {formatNames[format]}
          </a>
        </>
      ))}
    </p>
  );
}

/** A file holds every page of a list, and a notice of something done is none of its filters. */
function downloadAddress(path: string, format: ExportFormat, href: string): string {
  const filters = new URLSearchParams(href.split('?')[1] ?? '');
  for (const name of ['page', 'done']) filters.delete(name);
  return `${path}.${format}${filters.size > 0 ? `?${filters}` : ''}`;
}
