import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { detailContent as content } from './partnership-detail-content.ts';

/** Leads from a partnership that is over to the one that goes on between the same two. */
export function GoesOnAlert({ other, href }: { other: string; href: string | undefined }) {
  if (!href) return null;
  return (
    <Alert kind="info">
      <p>{content.goesOn(other)}</p>
      <ButtonLink look="outline" href={href}>
        {content.goesOnLink}
      </ButtonLink>
    </Alert>
  );
}
