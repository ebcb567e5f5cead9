import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { BuilderPlaceFrame } from './builder-frame.tsx';
import { type BuilderPlace, otherOf } from './builder-place.ts';
import { draftContent as content, savedLastText } from './draft-content.ts';
import type { OpenDraft } from './open-draft.ts';

export interface DiscardDraftPageProps {
  readonly place: BuilderPlace;
  readonly draft: OpenDraft;
  /** The agency's, in which days are told. */
  readonly timeZone: string;
}

/** Asks once more before a draft is deleted. */
export function DiscardDraftPage({ place, draft, timeZone }: DiscardDraftPageProps) {
  return (
    <BuilderPlaceFrame place={place} title={content.discardTitle}>
      <p>{content.discardText(otherOf(place))}</p>
      <p>{savedLastText(draft, timeZone)}</p>
      <Form action={`${place.address}/discard`}>
        <ButtonGroup>
          <Button look="danger">{content.discard}</Button>
          <ButtonLink look="plain" href={place.address}>
            {content.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </BuilderPlaceFrame>
  );
}
