import type { Child } from 'hono/jsx';
import { Alert } from '../uswds/alert.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { StepIndicator } from '../uswds/step-indicator.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { AgreementFrame } from './agreement-frame.tsx';
import { builderContent, stepWords } from './builder-content.ts';
import { otherOf, type StepPlace } from './builder-place.ts';
import { builderSteps } from './builder-step.ts';
import type { StepStates } from './step-state.ts';

export interface BuilderFrameProps {
  readonly place: StepPlace;
  readonly title: string;
  readonly lead: string;
  /** Counted from 1; reading it whole is the last. */
  readonly current: number;
  readonly states: StepStates;
  readonly notice?: Child;
  readonly errors?: FormErrors | undefined;
  readonly children: Child;
}

/** The frame of a step of the builder, in the place where the agreement is written. */
export function BuilderFrame({ place, current, states, children, ...words }: BuilderFrameProps) {
  const steps = place.steps ?? builderSteps;
  const names = [...steps.map((step) => stepWords[step].title), builderContent.readStep];
  return (
    <BuilderPlaceFrame place={place} {...words}>
      <StepIndicator
        steps={names}
        current={current}
        states={[...steps.map((step) => states[step]), undefined]}
      />
      {place.startsFromDeclined ? <Alert kind="warning">{builderContent.fromDeclined}</Alert> : null}
      {children}
    </BuilderPlaceFrame>
  );
}

/** The same without the steps. */
export function BuilderPlaceFrame({
  place,
  children,
  ...words
}: Pick<BuilderFrameProps, 'title' | 'notice' | 'errors' | 'children'> & {
  readonly place: StepPlace;
  readonly lead?: string;
}) {
  const { about } = place;
  if (about.is === 'change') {
    return (
      <AgreementFrame place={about.place} {...words} isBeneath>
        {children}
      </AgreementFrame>
    );
  }
  return (
    <WorkspacePage
      agency={about.agency}
      here="partnerships"
      {...words}
      trail={[
        sectionLink(about.agency, 'partnerships'),
        {
          label: about.is === 'group' ? otherOf(place) : `Partnership with ${otherOf(place)}`,
          href: place.out,
        },
      ]}
    >
      {children}
    </WorkspacePage>
  );
}
