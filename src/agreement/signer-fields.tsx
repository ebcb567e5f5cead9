import type { FormErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { builderContent } from './builder-content.ts';

const words = builderContent.whole;

export interface TypedSigner {
  readonly note: string;
  readonly signerName: string;
  readonly signerTitle: string;
}

/** A note to the other side, and the word of the person who proposes. */
export function SignerFields({ typed, errors }: { typed: TypedSigner; errors: FormErrors }) {
  return (
    <>
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        value={typed.note}
        error={errors.note}
        rows={3}
        maxlength={2000}
      />
      <TextField
        name="signerName"
        label={words.signerName}
        hint={words.signerNameHint}
        value={typed.signerName}
        error={errors.signerName}
        autocomplete="name"
        maxlength={200}
        required
      />
      <TextField
        name="signerTitle"
        label={words.signerTitle}
        value={typed.signerTitle}
        error={errors.signerTitle}
        autocomplete="organization-title"
        maxlength={200}
        required
      />
    </>
  );
}
