import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import { textRefusalSentence } from '../document-text/text-refusal-content.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { AcceptedPassage } from './accepted-passage.ts';
import { checklistContent as content } from './checklist-content.ts';
import type { TypedAnswers } from './checklist-form-content.ts';
import { ElementQuestions } from './element-questions.tsx';
import type { Proposals } from './passage-actions.ts';
import type { AgencyPolicy, ElementAnswer } from './policy.ts';
import { policyContent } from './policy-content.ts';
import { Buttons } from './policy-form-pages.tsx';

export interface ChecklistPageProps {
  readonly agency: AgencyPlace;
  readonly draft: AgencyPolicy;
  readonly elements: readonly PolicyElement[];
  readonly typed: TypedAnswers;
  readonly settled: number;
  /** The answers as they are kept, among them those about an earlier document. */
  readonly kept: readonly ElementAnswer[];
  readonly proposals: Proposals;
  readonly accepted: readonly AcceptedPassage[];
  /** What somebody else saved meanwhile, where it differs. */
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Every element of the checklist on one page, saved as a whole. */
export function ChecklistPage(props: ChecklistPageProps) {
  const { agency, draft, elements, typed, proposals, accepted, conflict = [], errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/policy/draft`;
  const proposed = proposals.is === 'read' ? proposals.passages : undefined;
  const toCheck = new Set(props.kept.filter(({ isToCheck }) => isToCheck).map(({ code }) => code));
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={`${content.title}: ${draft.title}`}
      lead={content.lead}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      {conflict.length > 0 ? <EditConflict fields={conflict} /> : null}
      {toCheck.size > 0 ? <Alert kind="warning">{content.carriedOver(toCheck.size)}</Alert> : null}
      <Reading proposals={proposals} base={base} />
      <ProgressBar
        label={policyContent.progressLabel}
        value={props.settled}
        max={elements.length}
        text={policyContent.progress(props.settled, elements.length)}
      />
      <Form action={`${base}/checklist`} hidden={{ revision: String(draft.revision) }}>
        <SaveOnEnter />
        {elements.map((element, place) => (
          <ElementQuestions
            element={element}
            number={place + 1}
            typed={typed[element.code]}
            isToCheck={toCheck.has(element.code)}
            accepted={accepted.filter(({ code }) => code === element.code)}
            proposed={proposed && (proposed[element.code] ?? [])}
            passagesAction={`${base}/checklist/passages`}
            errors={errors}
          />
        ))}
        <Buttons agency={agency} submit={content.submit} />
      </Form>
    </WorkspacePage>
  );
}

/** Enter in a field presses the form's first button: it saves, and takes no passage that stands further down. */
function SaveOnEnter() {
  return <button type="submit" hidden />;
}

/** How far the reading of the document is. */
function Reading({ proposals, base }: { proposals: Proposals; base: string }) {
  switch (proposals.is) {
    case 'read':
      return <p>{content.read(proposals.pages)}</p>;
    case 'without-text':
      return (
        <Alert kind="info">
          {textRefusalSentence(proposals.refusal)} {content.enterYourself}
        </Alert>
      );
    case 'under-way':
      return (
        <Alert kind="info">
          {content.underWay}{' '}
          <a class="usa-link" href={`${base}/checklist`}>
            {content.lookAgain}
          </a>
        </Alert>
      );
    case 'unread':
      return (
        <Alert kind="info">
          {content.unread}
          <ActionForm action={`${base}/read`} look="outline">
            {content.askToRead}
          </ActionForm>
        </Alert>
      );
  }
}
