import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import type { TypedContact } from './contact-form.ts';
import { OrganizationFields } from './organization-fields.tsx';
import type { TypedFacts } from './organization-form.ts';
import type { PartnerContact } from './partner-contact.ts';
import { profileContent as content } from './profile-content.ts';

interface Shown {
  readonly partner: PartnerPlace;
  readonly errors?: FormErrors | undefined;
  readonly conflict?: readonly ConflictField[] | undefined;
}

export interface EditProfilePageProps extends Shown {
  readonly revision: number;
  readonly values: TypedFacts;
}

/** Changes what every agency may read. */
export function EditProfilePage({ partner, revision, values, errors, conflict }: EditProfilePageProps) {
  const base = `/partner/${partner.id}/profile`;
  return (
    <PartnerPage
      partner={partner}
      title={content.editTitle}
      lead={content.editLead}
      errors={errors}
      trail={[{ label: content.title, href: base }]}
    >
      {conflict ? <EditConflict fields={conflict} /> : null}
      <Form action={`${base}/edit`} hidden={{ revision: String(revision) }}>
        <OrganizationFields values={values} errors={errors} />
        <SaveOrBack back={base} />
      </Form>
    </PartnerPage>
  );
}

export interface ContactPageProps extends Shown {
  /** Undefined for a new one. */
  readonly contact: Pick<PartnerContact, 'id' | 'revision'> | undefined;
  readonly values: TypedContact;
}

/** Adds or changes somebody whom agencies turn to. */
export function ContactPage({ partner, contact, values, errors = noErrors, conflict }: ContactPageProps) {
  const base = `/partner/${partner.id}/profile`;
  const words = content.contacts;
  return (
    <PartnerPage
      partner={partner}
      title={contact ? words.changeTitle : words.addTitle}
      lead={words.lead}
      errors={errors}
      trail={[{ label: content.title, href: base }]}
    >
      {conflict ? <EditConflict fields={conflict} /> : null}
      <Form
        action={`${base}/contacts/${contact?.id ?? 'new'}`}
        hidden={{ revision: String(contact?.revision ?? 0) }}
      >
        <TextField
          name="name"
          label={words.name}
          value={values.name}
          error={errors.name}
          autocomplete="off"
          maxlength={200}
          required
        />
        <TextField
          name="role"
          label={words.role}
          hint={words.roleHint}
          value={values.role}
          error={errors.role}
          autocomplete="off"
          maxlength={200}
          required
        />
        <TextField
          name="phone"
          type="tel"
          label={words.phone}
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
        <SaveOrBack back={base} />
      </Form>
    </PartnerPage>
  );
}

function SaveOrBack({ back }: { readonly back: string }) {
  return (
    <ButtonGroup>
      <Button>{content.save}</Button>
      <ButtonLink look="plain" href={back}>
        {content.cancel}
      </ButtonLink>
    </ButtonGroup>
  );
}
