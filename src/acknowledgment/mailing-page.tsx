import type { AgencyPlace } from '../identity/viewer.ts';
import { isLive } from '../jobs/job.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { acknowledgmentContent, versionWords } from './acknowledgment-content.ts';
import type { MailingDesk } from './mailing-actions.ts';
import { mailingContent as content } from './mailing-content.ts';

export interface MailingPageProps {
  readonly agency: AgencyPlace;
  readonly desk: MailingDesk;
  readonly units: readonly string[];
  readonly typed: Readonly<Record<'audience' | 'unit' | 'reminderDays', string>> & {
    readonly asksByMail: boolean;
  };
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Sends links, shows how far that is, and sets what is sent on its own. */
export function MailingPage(props: MailingPageProps) {
  const { agency, desk, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/policy/acknowledgments`;
  const job = desk.latest?.job;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'policy'), { label: acknowledgmentContent.title, href: base }]}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      errors={errors}
      reloadSeconds={job && isLive(job) ? 3 : undefined}
    >
      <p>{versionWords(desk.asked.policy)}</p>
      <Latest desk={desk} base={base} />
      <SendNow {...props} errors={errors} base={base} />
      <OnItsOwn {...props} errors={errors} base={base} />
    </WorkspacePage>
  );
}

type PartProps = MailingPageProps & { readonly errors: FormErrors; readonly base: string };

function Latest({ desk, base }: { desk: MailingDesk; base: string }) {
  const { latest } = desk;
  if (!latest?.job || latest.mailing.policy !== desk.asked.policy.id) return null;
  const { job, mailing } = latest;
  const total = Math.max(mailing.mailed, plannedPeople(job.asked));
  return (
    <Section heading={content.latest.heading}>
      <ProgressBar
        label={content.latest.label}
        value={mailing.mailed}
        max={total}
        text={content.latest.text(mailing.mailed, total)}
      />
      <p>{content.latest.states[job.state]}</p>
      {isLive(job) ? (
        <ActionForm action={`${base}/mail/${mailing.id}/stop`} look="outline">
          {content.latest.stop}
        </ActionForm>
      ) : null}
    </Section>
  );
}

function plannedPeople(asked: unknown): number {
  if (typeof asked !== 'object' || asked === null || !('people' in asked)) return 0;
  return typeof asked.people === 'number' ? asked.people : 0;
}

function SendNow({ agency, desk, units, typed, errors, base }: PartProps) {
  const { now } = content;
  const isUnreachable = desk.missing > 0 && desk.missing === desk.withoutAddress;
  const isNobodyLeft = desk.notAsked === 0 && desk.toRemind === 0;
  return (
    <Section heading={now.heading}>
      {isUnreachable ? <NobodyHasAnAddress {...{ agency, desk, base }} /> : null}
      {desk.withoutAddress > 0 && !isUnreachable ? (
        <Alert kind="info" slim>
          {now.withoutAddress(desk.withoutAddress)}{' '}
          <a class="usa-link" href={`${base}/roll-call`}>
            {now.withoutLink}
          </a>
        </Alert>
      ) : null}
      {isNobodyLeft && !isUnreachable ? <p>{now.nobody(desk.missing)}</p> : null}
      {isNobodyLeft ? null : (
        <Form action={`${base}/mail`}>
          <RadioGroup
            name="audience"
            label={now.question}
            value={typed.audience}
            error={errors.audience}
            choices={[
              { value: 'not-asked', label: now.notAsked(desk.notAsked) },
              ...(units.length > 0 ? [{ value: 'unit', label: now.unit }] : []),
              { value: 'reminder', label: now.reminder(desk.toRemind), description: now.reminderHint },
            ]}
          />
          {units.length > 0 ? (
            <Select
              name="unit"
              label={now.unitLabel}
              hint={now.unitHint}
              value={typed.unit}
              error={errors.unit}
              placeholder=""
              choices={units.map((unit) => ({ value: unit, label: unit }))}
            />
          ) : null}
          <ButtonGroup>
            <Button>{now.submit}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Section>
  );
}

/** Whoever is missing has no address: that is no reason to think that all is done. */
function NobodyHasAnAddress({ agency, desk, base }: Pick<PartProps, 'agency' | 'desk' | 'base'>) {
  const words = content.now.noAddress;
  const ways = [
    { href: `${base}/roll-call`, label: words.rollCall },
    { href: `${base}/import`, label: words.signOff },
    { href: `/workspace/${agency.slug}/roster/import`, label: words.roster },
  ];
  return (
    <Alert kind="warning" heading={words.heading}>
      <p>{words.text(desk.missing)}</p>
      <ul class="usa-list">
        {ways.map(({ href, label }) => (
          <li>
            <a class="usa-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function OnItsOwn({ typed, errors, base }: PartProps) {
  const { own } = content;
  return (
    <Section heading={own.heading}>
      <form class="usa-form om-form" method="post" action={`${base}/mail/asking`} novalidate>
        <Checkbox name="asksByMail" label={own.newcomers} checked={typed.asksByMail} />
        <TextField
          name="reminderDays"
          label={own.reminder}
          hint={own.reminderHint}
          value={typed.reminderDays}
          error={errors.reminderDays}
          width="xs"
          inputmode="numeric"
        />
        <ButtonGroup>
          <Button look="outline">{own.submit}</Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}
