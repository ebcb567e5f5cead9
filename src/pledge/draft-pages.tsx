import type { KnownAgency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { answerText, type Typed } from '../question/question.ts';
import { QuestionFields } from '../question/question-field.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { StepIndicator } from '../uswds/step-indicator.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { type Draft, type DraftStep, draftSteps } from './draft.ts';
import { draftContent as content, draftStepWords, headcountSections } from './draft-content.ts';
import { draftJourney, isAnswered, nextStep, stepBefore, typedInStep } from './draft-journey-content.ts';
import { RequirementsInFull } from './requirements-in-full.tsx';

export function draftPath(
  draft: Pick<Draft, 'id'>,
  page: DraftStep | 'check' | 'send' | 'known' | 'delete',
): string {
  return `/pledge/drafts/${draft.id}/${page}`;
}

/** Shared by every page of the form: where the person is in it. */
function Steps({ current }: { current: number }) {
  const labels = draftSteps.map((step) => draftStepWords[step].label);
  return <StepIndicator steps={[...labels, content.stepsAfter]} current={current} />;
}

export interface DraftStepPageProps {
  readonly draft: Draft;
  readonly step: DraftStep;
  readonly typed: Typed;
  readonly errors: FormErrors;
  /** True when the person came from checking the answers, and goes back there. */
  readonly isChanging: boolean;
}

/** One step of the form, whichever it is. */
export function DraftStepPage({ draft, step, typed, errors, isChanging }: DraftStepPageProps) {
  const words = draftStepWords[step];
  const before = stepBefore(step);
  const back = isChanging ? draftPath(draft, 'check') : before ? draftPath(draft, before) : undefined;
  return (
    <Page title={words.title} refused={hasErrors(errors)} width="prose" unlisted>
      <Steps current={draftSteps.indexOf(step) + 1} />
      <ErrorSummary errors={errors} />
      <PageHeading heading={words.title} above={content.above} lead={words.lead} />
      {step === 'requirements' ? <RequirementsInFull rules={currentRules} /> : null}
      <Form action={`${draftPath(draft, step)}${isChanging ? '?change=yes' : ''}`}>
        <StepQuestions step={step} typed={typed} errors={errors} />
        <ButtonGroup>
          <Button>{isChanging ? content.saveAndCheck : content.save}</Button>
          <Button look="outline" name="leave" value="yes">
            {content.leave}
          </Button>
          {back ? (
            <ButtonLink href={back} look="plain">
              {content.back}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** The headcount stands in two parts; every other step is one list of questions. */
function StepQuestions({ step, typed, errors }: { step: DraftStep; typed: Typed; errors: FormErrors }) {
  const { questions } = draftJourney[step];
  if (step !== 'headcount') return <QuestionFields questions={questions} typed={typed} errors={errors} />;
  return (
    <>
      <FormSection heading={headcountSections.sworn}>
        <QuestionFields questions={questions.slice(0, 1)} typed={typed} errors={errors} />
      </FormSection>
      <FormSection heading={headcountSections.nonSworn} lead={headcountSections.nonSwornLead}>
        <QuestionFields questions={questions.slice(1)} typed={typed} errors={errors} />
      </FormSection>
    </>
  );
}

/** All answers, each with a link to change it, and the button that sends them. */
export function CheckDraftPage({ draft }: { draft: Draft }) {
  const missing = nextStep(draft.answers);
  return (
    <Page title={content.check.title} width="prose" unlisted>
      <Steps current={draftSteps.length + 1} />
      <PageHeading heading={content.check.title} above={content.above} lead={content.check.lead} />
      {missing ? (
        <Alert kind="warning" heading={content.check.missing}>
          {content.check.incomplete}
        </Alert>
      ) : null}
      {draftSteps.map((step) => (
        <CheckedStep draft={draft} step={step} />
      ))}
      <Form action={draftPath(draft, 'send')}>
        <ButtonGroup>
          {missing ? (
            <ButtonLink href={draftPath(draft, missing)}>{draftStepWords[missing].title}</ButtonLink>
          ) : (
            <Button look="accent">{content.check.send}</Button>
          )}
          <ButtonLink href="/start" look="plain">
            {content.leave}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

function CheckedStep({ draft, step }: { draft: Draft; step: DraftStep }) {
  const typed = draft.answers[step] ?? {};
  const change = `${draftPath(draft, step)}?change=yes`;
  const isOpen = step === 'headcount' || step === 'people';
  const shown = draftJourney[step].questions.filter(
    (question) => !isOpen || question.required || (typed[question.name] ?? '') !== '',
  );
  return (
    <Section
      heading={draftStepWords[step].label}
      actions={
        isAnswered(step, draft.answers) ? undefined : (
          <StatusTag standing="attention">{content.check.missing}</StatusTag>
        )
      }
    >
      <SummaryList
        facts={shown.map((question) => ({
          term: question.label,
          detail: answerText(question, typed),
          change,
        }))}
      />
    </Section>
  );
}

export interface KnownAgencyPageProps {
  readonly draft: Draft;
  readonly known: KnownAgency;
  /** True when the person belongs to that agency. */
  readonly belongs: boolean;
}

/** The agency is here already: which one, and what to do now. */
export function KnownAgencyPage({ draft, known, belongs }: KnownAgencyPageProps) {
  const words = content.known;
  const step = known.by === 'ori' ? 'place' : 'agency';
  return (
    <Page title={words.title} width="prose" unlisted>
      <PageHeading heading={words.title} above={content.above} />
      <Alert kind="warning" heading={`${known.name}, ${known.city}, ${regionName(known.region)}`}>
        {known.by === 'ori' ? words.byOri : words.byName}
      </Alert>
      <ButtonGroup>
        {belongs ? (
          <ButtonLink href={`/workspace/${known.slug}`}>{words.belong}</ButtonLink>
        ) : (
          <ButtonLink href={`/pledge/join/${known.slug}`}>{words.join}</ButtonLink>
        )}
      </ButtonGroup>
      <Section heading={words.another}>
        <p>{words.anotherText}</p>
        <ButtonLink href={draftPath(draft, step)} look="outline">
          {known.by === 'ori' ? words.changeOri : words.change}
        </ButtonLink>
      </Section>
    </Page>
  );
}

export function DeleteDraftPage({ draft }: { draft: Draft }) {
  const words = content.delete;
  return (
    <Page title={words.title} width="prose" unlisted>
      <PageHeading heading={words.title} above={draftName(draft)} lead={words.text} />
      <Form action={draftPath(draft, 'delete')}>
        <ButtonGroup>
          <Button look="danger">{words.button}</Button>
          <ButtonLink href="/start" look="plain">
            {words.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** How lists name a draft. */
export function draftName({ answers }: Pick<Draft, 'answers'>): string {
  return typedInStep('agency', answers).name?.trim() || content.unnamed;
}
