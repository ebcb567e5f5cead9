import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { Section } from '../uswds/section.tsx';
import { AgreementToRead, GroupEnded } from './group-agreement.tsx';
import { GroupEvents } from './group-events.tsx';
import { AgenciesSection, PartnersSection } from './group-parties.tsx';
import type {
  GroupProgress,
  JointGroup,
  JointMember,
  JointPartner,
  JointVersion,
  MissingForOpening,
} from './joint-agreement.ts';
import { jointContent as content, kindLabels, missingWords } from './joint-content.ts';
import type { GroupEvent } from './joint-event-store.ts';
import { groupsPath, JointFrame, type JointReader } from './joint-frame.tsx';
import type { JointListAsked } from './joint-list.ts';
import type { PairNames } from './joint-waits-content.ts';
import { PairsThatWait } from './pairs-that-wait.tsx';

export interface GroupPageProps {
  /** The lead, or the campaign that only reads. */
  readonly reader: JointReader;
  readonly group: JointGroup;
  readonly progress: GroupProgress;
  readonly version: JointVersion | undefined;
  readonly missing: readonly MissingForOpening[];
  readonly partners: readonly JointPartner[];
  readonly members: readonly JointMember[];
  readonly total: number;
  readonly asked: JointListAsked<'name' | 'state' | 'answered'>;
  readonly href: string;
  readonly mayChange: boolean;
  /** Pairs that have both said yes, and wait. */
  readonly waits: readonly PairNames[];
  readonly events: readonly GroupEvent[];
  readonly done: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The group for who leads it: how far it is, who has answered what, and what to do next. */
export function GroupPage(props: GroupPageProps) {
  const { reader, group, progress, mayChange } = props;
  const base = `${groupsPath(reader)}/${group.id}`;
  const isOpen = group.state.is !== 'ended';
  const mayAct = mayChange && isOpen;
  return (
    <JointFrame
      reader={reader}
      title={group.name}
      lead={`${kindLabels[group.kind]}. ${content.columns.lead} ${group.lead.name}.`}
      done={props.done}
      errors={props.errors}
    >
      <GroupEnded group={group} />
      {isOpen ? <PairsThatWait pairs={props.waits} /> : null}
      {mayAct && group.version === 0 ? <Todo missing={props.missing} base={base} /> : null}
      <Section heading={content.progress}>
        <ProgressBar
          label={content.agenciesJoined}
          value={progress.joined}
          max={progress.agencies}
          text={content.joinedOf(progress.joined, progress.agencies, progress.declined)}
        />
        <ProgressBar
          label={content.partnersConfirmed}
          value={progress.confirmed}
          max={progress.partners}
          text={content.joinedOf(progress.confirmed, progress.partners, progress.partnersDeclined)}
        />
        {mayAct && group.version > 0 ? (
          <ActionForm action={`${base}/remind`} look="outline">
            {content.remind}
          </ActionForm>
        ) : null}
      </Section>
      <Section heading={content.agreement}>
        {props.version ? <AgreementToRead version={props.version} group={group} /> : null}
        {mayAct ? (
          <ButtonGroup>
            <ButtonLink look="outline" href={`${base}/agreement/purpose`}>
              {props.version ? content.change : content.write}
            </ButtonLink>
            <ButtonLink look="plain" href={`${base}/agreement`}>
              {props.version ? content.sendAgain : content.send}
            </ButtonLink>
          </ButtonGroup>
        ) : null}
      </Section>
      <PartnersSection {...props} base={base} mayAct={mayAct} />
      <AgenciesSection {...props} base={base} mayAct={mayAct} />
      <GroupEvents events={props.events} />
      {mayAct ? (
        <ButtonGroup>
          <ButtonLink look="plain" href={`${base}/end`}>
            {content.end}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </JointFrame>
  );
}

/** What has to be there before everybody can be asked, and where to do it. */
export function Todo({ missing, base }: { missing: readonly MissingForOpening[]; base: string }) {
  const hrefs = {
    agreement: `${base}/agreement/purpose`,
    partners: `${base}/partners`,
    agencies: `${base}/agencies`,
  };
  if (missing.length === 0) return null;
  return (
    <Alert kind="info" heading={content.todo}>
      <ul class="usa-list">
        {missing.map((part) => (
          <li>
            <a class="usa-link" href={hrefs[part]}>
              {missingWords[part]}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
