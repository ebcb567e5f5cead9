import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import type { PersonTraining } from '../training/person-training-actions.ts';
import { PersonTrainingTable } from '../training/person-training-pages.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { otherNumbers } from './merged-facts.ts';
import type { HistoryEntry } from './person-history.ts';
import { HistorySection, MergedSection } from './person-history-part.tsx';
import type { PersonSource } from './person-history-store.ts';
import { mergeFacts } from './person-merge.ts';
import { mergeWords } from './person-merge-content.ts';
import type { PersonMerge } from './person-merge-store.ts';
import { factText, mergeFactWords, personWords as words } from './person-page-content.ts';
import type { StaffMember } from './staff-member.ts';

export interface PersonPageProps {
  readonly agency: AgencyPlace & { readonly timeZone: string };
  readonly member: StaffMember;
  readonly source: PersonSource;
  readonly history: readonly HistoryEntry[];
  readonly merges: readonly PersonMerge[];
  readonly rules: CampaignRules;
  readonly training: PersonTraining;
  readonly hasLeft: boolean;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  /** Why something that was asked for, but for the forms on the page, wasn't done. */
  readonly problem?: string | undefined;
  readonly errors?: FormErrors | undefined;
  readonly lastDay?: string | undefined;
}

/** Everything the agency has about one of its people, with the file and row each came from. */
export function PersonPage(props: PersonPageProps) {
  const { agency, member, hasLeft, mayChange, notice, problem, errors } = props;
  const here = `/workspace/${agency.slug}/roster/people/${member.id}`;
  const training = `/workspace/${agency.slug}/training/people/${member.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={shownName(member.name)}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
      notice={
        notice || problem ? (
          <Alert kind={problem ? 'error' : 'success'} live>
            {problem ?? notice}
          </Alert>
        ) : undefined
      }
      status={<StatusTag standing={hasLeft ? 'neutral' : 'done'}>{hasLeft ? 'Left' : 'On staff'}</StatusTag>}
      actions={
        mayChange ? (
          <ButtonLink look="outline" href={`${here}/change`}>
            Change
          </ButtonLink>
        ) : undefined
      }
    >
      <Facts member={member} />
      <p class="om-quiet">{sourceSentence(props)}</p>
      <PersonTrainingTable {...props} here={training} />
      {props.training.removed.length > 0 ? <p>{words.removed(props.training.removed.length)}</p> : null}
      <p>
        <a class="usa-link" href={training}>
          {words.training}
        </a>
      </p>
      <HistorySection agency={agency} history={props.history} />
      <MergedSection agency={agency} merges={props.merges} here={here} mayChange={mayChange} />
      {mayChange ? (
        <>
          <Section heading={mergeWords.ask.heading}>
            <p>{mergeWords.ask.text}</p>
            <ButtonLink look="outline" href={`${here}/merge`}>
              {mergeWords.ask.link}
            </ButtonLink>
          </Section>
          <StandingSection {...props} here={here} />
        </>
      ) : null}
    </WorkspacePage>
  );
}

function Facts({ member }: { member: StaffMember }) {
  const numbers = otherNumbers(member);
  return (
    <SummaryList
      facts={[
        ...mergeFacts
          .filter((fact) => fact !== 'name')
          .map((fact) => ({ term: mergeFactWords[fact], detail: factText(member, fact) })),
        ...(numbers.length > 0 ? [{ term: words.otherNumbers, detail: numbers.join(', ') }] : []),
      ]}
    />
  );
}

/** Where the facts shown were last taken from, and whether somebody changed them here since. */
function sourceSentence({ agency, source }: Pick<PersonPageProps, 'agency' | 'source'>): string {
  const day = (at: Date) => longDate(dayIn(agency.timeZone, at));
  const { state, file, firstFile, addedAt } = source;
  const from = file
    ? words.source.file(file.name, state.row, day(file.importedAt))
    : words.source.entered(day(addedAt));
  const isFirst = firstFile?.importedAt.getTime() === file?.importedAt.getTime();
  const isChanged = state.changedAt.getTime() !== (file?.importedAt ?? addedAt).getTime();
  return [
    from,
    firstFile && !isFirst ? words.source.first(firstFile.name, day(firstFile.importedAt)) : '',
    isChanged ? words.source.changedSince(day(state.changedAt)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function StandingSection({
  here,
  member,
  errors = noErrors,
  lastDay = '',
}: Pick<PersonPageProps, 'member' | 'errors' | 'lastDay'> & { here: string }) {
  if (member.separatedOn) {
    return (
      <Section heading="Back on staff?">
        <p>If this person came back, or the last day was wrong, put them on staff again.</p>
        <ActionForm action={`${here}/rehire`}>Put back on staff</ActionForm>
      </Section>
    );
  }
  return (
    <Section heading="Left the agency?">
      <p>From the day after the last day, this person no longer counts. Their training records stay.</p>
      <Form action={`${here}/separate`}>
        <DateField name="on" label="Last day" value={lastDay} error={errors.on} required />
        <Button look="outline">Mark as having left</Button>
      </Form>
    </Section>
  );
}
