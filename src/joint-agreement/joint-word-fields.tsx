import type { FormErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { jointContent as content } from './joint-content.ts';
import type { TypedWord } from './joint-form.ts';

/** What a party gives for itself: its liaison, its number for day and night, and who answers for it. */
export function WordFields({
  side,
  typed,
  errors,
}: {
  side: 'agency' | 'partner';
  typed: TypedWord;
  errors: FormErrors;
}) {
  return (
    <>
      <TextField
        name="liaisonName"
        label={content.liaisonName}
        value={typed.liaisonName}
        error={errors.liaisonName}
        maxlength={200}
        required
      />
      <TextField
        name="liaisonEmail"
        type="email"
        label={content.liaisonEmail}
        value={typed.liaisonEmail}
        error={errors.liaisonEmail}
        maxlength={254}
        required
      />
      <TextField
        name="liaisonPhone"
        type="tel"
        width="lg"
        label={content.liaisonPhone}
        value={typed.liaisonPhone}
        error={errors.liaisonPhone}
        maxlength={40}
      />
      <TextField
        name="always"
        label={content.always}
        hint={content.alwaysHint[side]}
        value={typed.always}
        error={errors.always}
        maxlength={200}
        required
      />
      <TextField
        name="signerName"
        label={content.signerName}
        hint={content.signerHint}
        value={typed.signerName}
        error={errors.signerName}
        autocomplete="name"
        maxlength={200}
        required
      />
      <TextField
        name="signerTitle"
        label={content.signerTitle}
        value={typed.signerTitle}
        error={errors.signerTitle}
        autocomplete="organization-title"
        maxlength={200}
        required
      />
    </>
  );
}
