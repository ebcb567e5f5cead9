import { builderSteps } from '../agreement/builder-step.ts';
import { draftContent, savedLastText } from '../agreement/draft-content.ts';
import type { OpenDraft } from '../agreement/open-draft.ts';
import { agreementKinds } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { partnershipServices } from './partnership.ts';
import { serviceLabels } from './partnership-content.ts';
import { noticeFor } from './partnership-detail-content.ts';
import { formContent as content, type TypedArrangement } from './partnership-form-content.ts';

export interface ArrangementFormPageProps {
  readonly agency: AgencyPlace;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly submit: string;
  readonly back: string;
  /** What was shown, when an existing partnership is changed. */
  readonly revision?: number | undefined;
  /** Whether people of the organization have its account: then nobody has to be named. */
  readonly isClaimed: boolean;
  /** The document that is there now. */
  readonly agreementName: string | undefined;
  /** Where the agreement can be written instead of uploaded: the address of the whole, its steps beneath. */
  readonly write?: string | undefined;
  /** What was written there already. */
  readonly draft?: OpenDraft | undefined;
  readonly notice?: string | undefined;
  readonly typed: TypedArrangement;
  readonly errors?: FormErrors | undefined;
  /** What somebody else saved meanwhile, beside what was typed. */
  readonly conflict?: readonly ConflictField[] | undefined;
}

/** Proposes or changes a partnership: purpose, services, contacts, agreement, term, and who confirms. */
export function ArrangementFormPage(props: ArrangementFormPageProps) {
  const { agency, typed, errors = noErrors, revision, agreementName } = props;
  const field = (name: string) => ({ name, value: typed.texts[name] ?? '', error: errors[name] });
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={props.title}
      lead={props.lead}
      notice={<SuccessNotice>{noticeFor(props.notice)}</SuccessNotice>}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships')]}
    >
      {props.conflict ? <EditConflict fields={props.conflict} /> : null}
      {props.write ? <Writing write={props.write} draft={props.draft} timeZone={agency.timeZone} /> : null}
      <Form
        action={props.action}
        multipart
        hidden={revision === undefined ? {} : { revision: String(revision) }}
      >
        <FormSection heading={content.aboutSection}>
          <TextArea
            {...field('purpose')}
            label={content.purpose}
            hint={content.purposeHint}
            maxlength={3000}
            required
          />
          <CheckboxGroup
            name="services"
            label={content.services}
            choices={partnershipServices.map((value) => ({ value, label: serviceLabels[value] }))}
            values={typed.services}
            error={errors.services}
          />
          <TextArea {...field('otherServices')} label={content.otherServices} rows={2} maxlength={1000} />
        </FormSection>
        <ContactSection heading={content.agencySection} prefix="agencyContact" field={field} />
        <ContactSection heading={content.partnerSection} prefix="partnerContact" field={field} />
        <FormSection heading={content.agreementSection}>
          <FileField
            name="agreement"
            label={content.agreement}
            hint={agreementName ? content.agreementNewer(agreementName) : content.agreementHint}
            accept={agreementKinds.suffixes}
            megabytes={documentSizeLimit / 1_048_576}
            error={errors.agreement}
          />
          <DateField {...field('termStartsOn')} label={content.termStartsOn} />
          <DateField {...field('termEndsOn')} label={content.termEndsOn} hint={content.termEndsHint} />
          <DateField {...field('reviewOn')} label={content.reviewOn} hint={content.reviewHint} />
        </FormSection>
        <FormSection
          heading={content.representativeSection}
          lead={props.isClaimed ? content.claimedLead : content.representativeLead}
        >
          {props.isClaimed ? null : (
            <TextField
              {...field('representativeEmail')}
              type="email"
              label={content.representativeEmail}
              maxlength={254}
              required
            />
          )}
        </FormSection>
        <FormSection heading={content.signerSection} lead={content.signerLead}>
          <TextField {...field('signerName')} label={content.signerName} maxlength={200} required />
          <TextField
            {...field('signerTitle')}
            label={content.signerTitle}
            hint={content.signerTitleHint}
            maxlength={200}
            required
          />
        </FormSection>
        <ButtonGroup>
          <Button>{props.submit}</Button>
          <ButtonLink look="plain" href={props.back}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

/** The way to write the agreement here, or to go on with what is written. */
function Writing({
  write,
  draft,
  timeZone,
}: {
  write: string;
  draft: OpenDraft | undefined;
  timeZone: string;
}) {
  if (draft) {
    return (
      <Alert kind="info" heading={draftContent.heading}>
        <p>{savedLastText(draft, timeZone)}</p>
        <ButtonGroup>
          <ButtonLink href={write}>{draftContent.resume}</ButtonLink>
          <ButtonLink look="plain" href={`${write}/discard`}>
            {draftContent.discard}
          </ButtonLink>
        </ButtonGroup>
      </Alert>
    );
  }
  return (
    <Alert kind="info" heading={content.writeHeading}>
      <p>{content.writeText}</p>
      <ButtonLink look="outline" href={`${write}/${builderSteps[0]}`}>
        {content.write}
      </ButtonLink>
    </Alert>
  );
}

interface ContactSectionProps {
  readonly heading: string;
  readonly prefix: 'agencyContact' | 'partnerContact';
  readonly field: (name: string) => { name: string; value: string; error: string | undefined };
}

function ContactSection({ heading, prefix, field }: ContactSectionProps) {
  return (
    <FormSection heading={heading}>
      <TextField {...field(`${prefix}Name`)} label={content.name} maxlength={200} required />
      <TextField {...field(`${prefix}Email`)} type="email" label={content.email} maxlength={254} required />
      <TextField
        {...field(`${prefix}Phone`)}
        type="tel"
        label={content.phone}
        hint={content.phoneHint}
        width="lg"
        maxlength={40}
      />
    </FormSection>
  );
}
