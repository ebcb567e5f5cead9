import { requirementContent as content } from './requirement-content.ts';
import type { ViewedMediaType } from './viewed-document.ts';

export interface EvidenceFrameProps {
  /** Where the file answers from its sandbox. */
  readonly address: string;
  readonly title: string;
  readonly mediaType: ViewedMediaType;
}

/**
 * The file's own answer puts it into a sandbox, so that it can't run, ask or send anything. An image's frame says so once
 * more; a PDF's can't, since Chromium shows none in a frame with that attribute.
 */
export function EvidenceFrame({ address, title, mediaType }: EvidenceFrameProps) {
  const isImage = mediaType !== 'application/pdf';
  return (
    <>
      <iframe
        class="om-evidence-frame"
        // The viewer of a PDF opens without its list of pages: the frame is narrow.
        src={isImage ? address : `${address}#navpanes=0`}
        title={content.frame(title)}
        sandbox={isImage ? '' : undefined}
        loading="lazy"
        referrerpolicy="no-referrer"
      />
      <p class="om-quiet">{content.frameHint}</p>
    </>
  );
}
