import { Section } from '../uswds/section.tsx';
import { EvidenceFrame } from './evidence-frame.tsx';
import { requirementContent as content } from './requirement-content.ts';
import type { RequirementPageProps } from './requirement-page.tsx';
import { type CaseDocument, isViewed, viewedDocument } from './viewed-document.ts';

/** The files of the requirement, one of them shown in a frame in which nothing can run. */
export function EvidenceSection({ file, review, documents, viewed }: RequirementPageProps) {
  const shown = viewedDocument(documents, viewed);
  const base = `/campaign/reviews/${file.submission.id}`;
  return (
    <Section heading={content.evidence} id="evidence">
      {documents.length === 0 ? (
        <p class="om-quiet">{content.noEvidence}</p>
      ) : (
        <ul class="usa-list">
          {documents.map((document) => (
            <DocumentLine
              document={document}
              isShown={document.file === shown?.file}
              page={`${base}/${review.requirement}`}
              base={base}
            />
          ))}
        </ul>
      )}
      {shown ? (
        <EvidenceFrame
          address={`${base}/documents/${shown.file}/view`}
          title={shown.title}
          mediaType={shown.mediaType}
        />
      ) : null}
    </Section>
  );
}

interface DocumentLineProps {
  readonly document: CaseDocument;
  readonly isShown: boolean;
  readonly page: string;
  readonly base: string;
}

function DocumentLine({ document, isShown, page, base }: DocumentLineProps) {
  const { file, title, fileName, note, sha256, mediaType } = document;
  return (
    <li>
      {title} <span class="om-quiet">({fileName})</span>{' '}
      {mediaType === undefined ? (
        <span class="om-quiet">{content.gone}</span>
      ) : (
        <>
          {isShown ? <strong>{content.shown}</strong> : null}
          {!isShown && isViewed(mediaType) ? (
            <a class="usa-link" href={`${page}?file=${file}#evidence`}>
              {content.view}
              <span class="usa-sr-only">: {title}</span>
            </a>
          ) : null}{' '}
          <a class="usa-link" href={`${base}/documents/${file}`}>
            {content.download}
            <span class="usa-sr-only">: {title}</span>
          </a>
        </>
      )}
      {note ? <p class="om-quiet">{note}</p> : null}
      <p class="om-quiet">
        SHA-256 <code class="om-hash">{sha256}</code>
      </p>
    </li>
  );
}
