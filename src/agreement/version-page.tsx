import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { confirmContent, agreementContent as content, signatureText } from './agreement-content.ts';
import { AgreementFrame } from './agreement-frame.tsx';
import { type AgreementPlace, namesOf, otherName } from './agreement-place.ts';
import type { AgreementVersion, VersionStanding } from './agreement-version.ts';
import { VersionTag } from './version-tag.tsx';
import { VersionWords } from './versions-page.tsx';

export interface VersionPageProps {
  readonly place: AgreementPlace;
  readonly version: AgreementVersion;
  /** Where it stands today. */
  readonly standing: VersionStanding;
  /** Whether there is an earlier one to compare with. */
  readonly hasEarlier: boolean;
  readonly typed?: { readonly name: string; readonly title: string } | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One version: who proposed it, who answered, what it says; and the answer, where it waits for the reader. */
export function VersionPage(props: VersionPageProps) {
  const { place, version, errors } = props;
  const { base, partnership } = place;
  return (
    <AgreementFrame place={place} title={content.versionTitle(version.number)} errors={errors} isBeneath>
      <p>
        <VersionTag standing={props.standing} terms={version.terms} />
      </p>
      <SummaryList facts={factsOf(version, place)} />
      {props.hasEarlier ? (
        <ButtonGroup>
          <ButtonLink look="outline" href={`${base}/agreement/versions/${version.number}/changes`}>
            {content.compare}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      <Section heading="What it says">
        <VersionWords place={place} version={version} />
      </Section>
      {version.state.is === 'proposed' && partnership.waitingFor === place.reader.side && place.mayAnswer ? (
        <Answer {...props} />
      ) : null}
    </AgreementFrame>
  );
}

function factsOf(
  { side, proposed, state, note }: AgreementVersion,
  { partnership }: AgreementPlace,
): readonly Fact[] {
  const { timeZone } = partnership.agency;
  const names = namesOf(partnership);
  const first = { term: content.proposedBy, detail: `${names[side]}: ${signatureText(proposed, timeZone)}` };
  const noted = note === '' ? [] : [{ term: 'Note', detail: <p class="om-written">{note}</p> }];
  if (state.is === 'declined') {
    return [
      first,
      ...noted,
      { term: content.declinedBy, detail: signatureText(state.answer, timeZone) },
      { term: content.reason, detail: <p class="om-written">{state.reason}</p> },
    ];
  }
  const answer = state.is === 'agreed' || state.is === 'superseded' ? state.answer : undefined;
  const other = names[side === 'agency' ? 'partner' : 'agency'];
  const second = answer
    ? [{ term: content.answeredBy, detail: `${other}: ${signatureText(answer, timeZone)}` }]
    : [];
  return [first, ...noted, ...second];
}

/** The partner answers on the partnership's overview, where it also says whether it may be named. */
function Answer({ place, version, typed, errors = noErrors }: VersionPageProps) {
  const { base, partnership, reader, name } = place;
  const other = otherName(place);
  const ways = (
    <ButtonGroup>
      {place.mayChange ? (
        <ButtonLink
          look="outline"
          href={`${base}/agreement/${version.terms.memorandum ? 'draft' : 'answer'}`}
        >
          {content.answer}
        </ButtonLink>
      ) : null}
      <ButtonLink
        look="plain"
        href={reader.side === 'agency' ? `${base}/agreement/decline` : `${base}/decline`}
      >
        {content.decline}
      </ButtonLink>
    </ButtonGroup>
  );
  if (reader.side === 'partner') {
    return (
      <Alert kind="info" heading={confirmContent.heading(version.number)}>
        <ButtonGroup>
          <ButtonLink href={`${base}#form`}>{content.confirm}</ButtonLink>
        </ButtonGroup>
        {ways}
      </Alert>
    );
  }
  return (
    <Section heading={confirmContent.heading(version.number)}>
      <p>{confirmContent.text(partnership.agency.name, other)}</p>
      <Form action={`${base}/agreement/confirm`} hidden={{ revision: String(partnership.revision) }}>
        <TextField
          name="name"
          label={confirmContent.name}
          hint={confirmContent.nameHint}
          value={typed?.name ?? name}
          error={errors.name}
          autocomplete="name"
          maxlength={200}
          required
        />
        <TextField
          name="title"
          label={confirmContent.title}
          hint={confirmContent.titleHint}
          value={typed?.title}
          error={errors.title}
          autocomplete="organization-title"
          maxlength={200}
          required
        />
        <ButtonGroup>
          <Button>{confirmContent.submit}</Button>
        </ButtonGroup>
      </Form>
      {ways}
    </Section>
  );
}
