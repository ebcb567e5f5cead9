import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { partnerKindLabels, factsFields as words } from './organization-content.ts';
import type { TypedFacts } from './organization-form.ts';
import { partnerKinds } from './partner-organization.ts';

/** The questions about an organization, wherever its facts are written. */
export function OrganizationFields({
  values,
  errors = noErrors,
}: {
  readonly values: TypedFacts;
  readonly errors?: FormErrors | undefined;
}) {
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        value={values.name}
        error={errors.name}
        maxlength={200}
        autocomplete="off"
        required
      />
      <CheckboxGroup
        name="kinds"
        label={words.kinds}
        hint={words.kindsHint}
        choices={partnerKinds.map((kind) => ({ value: kind, label: partnerKindLabels[kind] }))}
        values={values.kinds}
        error={errors.kinds}
        required
      />
      <TextArea
        name="placesServed"
        label={words.placesServed}
        hint={words.placesHint}
        value={values.placesServed}
        error={errors.placesServed}
        rows={4}
        required
      />
      <TextField
        name="website"
        type="url"
        label={words.website}
        hint={words.websiteHint}
        value={values.website}
        error={errors.website}
        maxlength={300}
      />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        value={values.phone}
        error={errors.phone}
        autocomplete="off"
        maxlength={40}
        width="lg"
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        value={values.email}
        error={errors.email}
        autocomplete="off"
        spellcheck={false}
        maxlength={254}
      />
    </>
  );
}
