import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import type { Representative } from './representative.ts';
import { representativeContent } from './representative-content.ts';

export interface EndPlacePageProps {
  readonly partner: PartnerPlace;
  readonly leaving: Representative;
  readonly isSelf: boolean;
  readonly isLast: boolean;
  readonly errors?: FormErrors | undefined;
}

/** Asks once more before somebody no longer speaks for the organization. */
export function EndPlacePage({ partner, leaving, isSelf, isLast, errors = noErrors }: EndPlacePageProps) {
  const words = representativeContent.end;
  const base = `/partner/${partner.id}/team`;
  const name = leaving.name || leaving.email;
  return (
    <PartnerPage
      partner={partner}
      title={isSelf ? words.leaveTitle : words.title(name)}
      errors={errors}
      trail={[{ label: representativeContent.title, href: base }]}
    >
      <p>{isSelf ? words.leaveText : words.text(name)}</p>
      <Form action={`${base}/${leaving.id}/end`}>
        {isLast ? (
          <>
            <Alert kind="warning" heading={words.lastHeading}>
              {words.lastText}
            </Alert>
            <Checkbox name="last" label={words.last} checked={false} error={errors.last} required />
          </>
        ) : null}
        <ButtonGroup>
          <Button look="danger">{isSelf ? words.leaveSubmit : words.submit}</Button>
          <ButtonLink look="plain" href={base}>
            {words.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </PartnerPage>
  );
}
