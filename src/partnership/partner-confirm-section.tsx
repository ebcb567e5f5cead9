import { signatureText } from '../agreement/agreement-content.ts';
import type { AgreementVersion } from '../agreement/agreement-version.ts';
import { builderSteps } from '../agreement/builder-step.ts';
import { memorandumSections } from '../agreement/memorandum-content.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import type { AskedOfPartner } from './asked-of-partner.ts';
import { partnerContent as content } from './partner-answer-content.ts';
import type { Partnership } from './partnership.ts';
import { Words } from './partnership-page.tsx';

export interface ConfirmSectionProps {
  readonly partner: PartnerPlace;
  readonly partnership: Partnership;
  /** What the partner is asked to confirm. */
  readonly asked: AskedOfPartner;
  /** The version before the partner, if one is. */
  readonly waiting: AgreementVersion | undefined;
  /** The reader's name, to fill in where they sign. */
  readonly name: string;
  readonly typed?: { readonly name: string; readonly title: string; readonly naming: boolean } | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Whether the partner is asked about facts alone: no document was given with them, and nothing was written here. */
export function lacksAgreement({
  partnership,
  asked,
  waiting,
}: Pick<ConfirmSectionProps, 'partnership' | 'asked' | 'waiting'>): boolean {
  return (
    partnership.waitingFor === 'partner' &&
    asked === 'partnership' &&
    !partnership.agreement &&
    !waiting?.document &&
    !waiting?.terms.memorandum
  );
}

/** What the partner can do where it is asked without an agreement. */
export function NoAgreementAlert({ partnership, base }: { partnership: Partnership; base: string }) {
  const { agency, arrangement } = partnership;
  const words = content.noAgreement;
  return (
    <Alert kind="warning" heading={words.heading}>
      <p>{words.text(agency.name)}</p>
      <ul class="usa-list">
        <li>
          <a class="usa-link" href={`mailto:${arrangement.agencyContact.email}`}>
            {words.ask(arrangement.agencyContact.name)}
          </a>
        </li>
        <li>
          <a class="usa-link" href={`${base}/agreement/draft/${builderSteps[0]}`}>
            {words.write}
          </a>
        </li>
        <li>
          <a class="usa-link" href="#form">
            {words.answer}
          </a>
        </li>
      </ul>
    </Alert>
  );
}

/** The question whether the partner confirms, and the ways to say no. */
export function ConfirmSection(props: ConfirmSectionProps & { readonly base: string }) {
  const { partner, partnership, asked, waiting, base, name, errors = noErrors } = props;
  const { agency, isNamedInPublic, revision } = partnership;
  const typed = props.typed ?? { name, title: '', naming: isNamedInPublic };
  const words = content.confirm;
  const isBare = lacksAgreement(props);
  return (
    <Section heading={words.heading[asked]}>
      <p>
        {isBare
          ? content.noAgreement.confirmText(partner.name, agency.name)
          : words.text[asked](partner.name, agency.name)}
      </p>
      {asked === 'partnership' && waiting ? <Asked waiting={waiting} partnership={partnership} /> : null}
      {isBare ? null : (
        <ButtonGroup>
          <ButtonLink
            look="outline"
            href={`${base}/agreement/versions${asked === 'partnership' && waiting ? `/${waiting.number}` : ''}`}
          >
            {words.read}
          </ButtonLink>
        </ButtonGroup>
      )}
      <Form action={`${base}/confirm`} hidden={{ revision: String(revision) }}>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed.name}
          error={errors.name}
          autocomplete="name"
          maxlength={200}
          required
        />
        <TextField
          name="title"
          label={words.title}
          hint={words.titleHint}
          value={typed.title}
          error={errors.title}
          autocomplete="organization-title"
          maxlength={200}
          required
        />
        <Checkbox name="naming" label={words.naming} hint={words.namingHint} checked={typed.naming} />
        <ButtonGroup>
          <Button>{words.submit[asked]}</Button>
        </ButtonGroup>
      </Form>
      <p>
        {words.declineText}{' '}
        <a class="usa-link" href={`${base}/decline`}>
          {words.decline}
        </a>{' '}
        or{' '}
        <a class="usa-link" href={`${base}/agreement/${waiting?.terms.memorandum ? 'draft' : 'answer'}`}>
          {words.answer}
        </a>
      </p>
    </Section>
  );
}

/** What a first agreement is about, and what the agency wrote with it; the version itself says it in full. */
function Asked({
  waiting: { terms, proposed, note },
  partnership,
}: {
  waiting: AgreementVersion;
  partnership: Partnership;
}) {
  const { agency, partner } = partnership;
  const names = { agency: agency.name, partner: partner.name };
  return (
    <>
      <p>{content.confirm.proposed(signatureText(proposed, agency.timeZone))}</p>
      {note ? <Words on={content.confirm.wrote(agency.name)} words={note} /> : null}
      {terms.memorandum ? (
        <>
          <p>{content.confirm.says}</p>
          <ol class="usa-list">
            {memorandumSections(terms, names).map(({ heading }) => (
              <li>{heading}</li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}
