import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { classContent as content } from './class-content.ts';
import { classPath } from './class-frame.tsx';
import type { ClassSession } from './class-session.ts';
import type { ClassStep } from './next-step.ts';

export interface ClassStepsProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly steps: readonly ClassStep[];
}

/** What can be done with a class now, the next step first and the way back last. */
export function ClassSteps({ agency, session, steps }: ClassStepsProps) {
  const here = classPath(agency, session);
  const { state } = session;
  if (state.is === 'cancelled') {
    return (
      <ActionForm action={`${here}/reinstate`} look="outline">
        {content.reinstate}
      </ActionForm>
    );
  }
  return (
    <ButtonGroup>
      {steps.map((step, place) => (
        <ButtonLink look={place === 0 ? 'primary' : 'outline'} href={`${here}/${step}`}>
          {content.steps[step]}
        </ButtonLink>
      ))}
      {state.is === 'completed' ? (
        <ButtonLink look="outline" href={`${here}/reopen`}>
          {content.reopen}
        </ButtonLink>
      ) : null}
      <ButtonLink look="outline" href={`${here}/sign-in-sheet.pdf`}>
        {content.sheet}
      </ButtonLink>
      {state.is === 'completed' ? null : (
        <>
          <ButtonLink look="plain" href={`${here}/edit`}>
            {content.edit}
          </ButtonLink>
          <ButtonLink look="plain" href={`${here}/cancel`}>
            {content.cancel}
          </ButtonLink>
        </>
      )}
    </ButtonGroup>
  );
}
