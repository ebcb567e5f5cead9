import { Alert } from '../uswds/alert.tsx';
import { type FileImport, type ImportTypes, isOpen } from './file-import.ts';
import { importContent } from './file-import-content.ts';

const content = importContent.file;

/** The file behind an import: its fingerprint, and what is kept of it for whoever may import. */
export function ImportedFilePart<T extends ImportTypes>({
  path,
  found,
}: {
  /** Of the import. */
  readonly path: string;
  readonly found: FileImport<T>;
}) {
  const { kept, sha256 } = found.file;
  const isWhole = kept?.sha256 === sha256;
  return (
    <>
      {kept && !isOpen(found) ? (
        <p>
          <a class="usa-link" href={`${path}/file`}>
            {isWhole ? content.whole : content.reduced}
          </a>
          {isWhole ? null : ` ${content.whyReduced}`}
        </p>
      ) : null}
      <p class="om-quiet">
        {content.hash}: <code class="om-hash">{sha256}</code>
      </p>
    </>
  );
}

/** The same file was carried out before. */
export function SameFileNotice({ earlier }: { earlier: EarlierImport | undefined }) {
  if (!earlier) return null;
  return (
    <Alert kind="info">
      {content.same(earlier.when, earlier.who)}{' '}
      <a class="usa-link" href={earlier.href}>
        {content.seeSame}
      </a>
    </Alert>
  );
}

/** The import that carried the same file out, as a page names it. */
export interface EarlierImport {
  readonly when: string;
  readonly who: string;
  readonly href: string;
}
