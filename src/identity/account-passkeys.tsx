import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { accountContent } from './account-content.ts';
import { longDay } from './day-text.ts';
import type { StoredPasskey } from './passkey-store.ts';

/** A person's passkeys. Adding one is up to the browser module, because WebAuthn is a script's matter. */
export function PasskeySection({ passkeys }: { passkeys: readonly StoredPasskey[] }) {
  const content = accountContent.passkeys;
  return (
    <Section heading={content.heading}>
      <p>{content.text}</p>
      {passkeys.length === 0 ? <p>{content.none}</p> : <PasskeyList passkeys={passkeys} />}
      <form
        class="usa-form om-form"
        data-passkey-add
        data-unsupported={content.unsupported}
        data-failed={content.failed}
        hidden
      >
        <TextField name="passkey-name" label={content.name} hint={content.nameHint} maxlength={60} />
        <ButtonGroup>
          <Button look="outline">{content.add}</Button>
        </ButtonGroup>
      </form>
      <p role="alert" data-passkey-message />
      <noscript>
        <p>{content.needsScript}</p>
      </noscript>
    </Section>
  );
}

function PasskeyList({ passkeys }: { passkeys: readonly StoredPasskey[] }) {
  const content = accountContent.passkeys;
  return (
    <dl class="om-facts">
      {passkeys.map((passkey) => (
        <div class="om-facts__row">
          <dt>{passkey.name || content.unnamed}</dt>
          <dd class="om-facts__detail">
            {passkey.createdAt ? content.added(longDay(passkey.createdAt)) : null}
          </dd>
          <dd class="om-facts__change">
            <ActionForm
              action={`/account/passkeys/${passkey.id}/remove`}
              look="plain"
              about={passkey.name || content.unnamed}
            >
              {content.remove}
            </ActionForm>
          </dd>
        </div>
      ))}
    </dl>
  );
}
