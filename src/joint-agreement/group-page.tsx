import { MemorandumText } from '../agreement/memorandum-text.tsx';
import { longDay } from '../identity/day-text.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import {
  type GroupProgress,
  type JointGroup,
  type JointMember,
  type JointPartner,
  type JointVersion,
  type MissingForOpening,
  memberStanding,
  partnerStanding,
  type Standing,
} from './joint-agreement.ts';
import { jointContent as content, kindLabels, missingWords, standingWords } from './joint-content.ts';
import { groupsPath, JointFrame, type JointReader } from './joint-frame.tsx';
import type { JointListAsked } from './joint-list.ts';
import { jointSections } from './joint-sections-content.ts';

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
      {mayAct && group.version === 0 ? <Todo missing={props.missing} base={base} /> : null}
      <Section heading={content.progress}>
        <ProgressBar
          label={content.agenciesJoined}
          value={progress.joined}
          max={progress.agencies}
          text={content.joinedOf(progress.joined, progress.agencies)}
        />
        <ProgressBar
          label={content.partnersConfirmed}
          value={progress.confirmed}
          max={progress.partners}
          text={content.joinedOf(progress.confirmed, progress.partners)}
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
              {content.send}
            </ButtonLink>
          </ButtonGroup>
        ) : null}
      </Section>
      <PartnersSection {...props} base={base} mayAct={mayAct} />
      <AgenciesSection {...props} base={base} mayAct={mayAct} />
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

export function GroupEnded({ group }: { group: JointGroup }) {
  if (group.state.is !== 'ended') return null;
  return (
    <Alert kind="info" heading={content.endedAlert(group.name)}>
      <p>{longDay(group.state.at)}</p>
      <blockquote class="om-written">{group.state.reason}</blockquote>
    </Alert>
  );
}

/** The whole agreement, behind its heading until somebody opens it. */
export function AgreementToRead({
  version,
  group,
  isOpen = false,
}: {
  version: JointVersion;
  group: JointGroup;
  isOpen?: boolean;
}) {
  const { name, title, at } = version.proposed;
  return (
    <>
      <p>
        {content.version(version.number)}: {content.answeredBy(name, title, longDay(at))}
      </p>
      {version.note === '' ? null : <blockquote class="om-written">{version.note}</blockquote>}
      <details class="om-details" open={isOpen}>
        <summary>{content.read}</summary>
        <MemorandumText sections={jointSections(version.terms, group)} />
      </details>
    </>
  );
}

function Todo({ missing, base }: { missing: readonly MissingForOpening[]; base: string }) {
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

type SectionProps = GroupPageProps & { readonly base: string; readonly mayAct: boolean };

function PartnersSection({ partners, group, base, mayAct }: SectionProps) {
  return (
    <Section
      heading={content.partners}
      actions={
        mayAct ? (
          <ButtonLink look="outline" href={`${base}/partners`}>
            {content.choosePartners}
          </ButtonLink>
        ) : undefined
      }
    >
      <Table
        caption={content.partners}
        captionHidden
        rows={partners}
        empty={<p>{content.noPartners}</p>}
        columns={[
          { heading: content.partners, rowHeader: true, cell: ({ name }) => name },
          {
            heading: content.memberColumns.state,
            cell: (row) => <Answer standing={partnerStanding(row, group)} reason={row.reason} isPartner />,
          },
          { heading: content.memberColumns.answered, cell: (row) => <AnsweredBy party={row} /> },
          ...(mayAct
            ? [
                {
                  heading: content.memberColumns.remove,
                  headingHidden: true,
                  cell: (row: JointPartner) =>
                    row.state === 'asked' || row.state === 'declined' ? (
                      <ActionForm
                        action={`${base}/partners/${row.partner}/remove`}
                        look="plain"
                        about={row.name}
                      >
                        {content.remove}
                      </ActionForm>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function AgenciesSection({ members, total, asked, href, group, base, mayAct }: SectionProps) {
  return (
    <Section
      heading={content.agencies}
      actions={
        mayAct ? (
          <ButtonLink look="outline" href={`${base}/agencies`}>
            {content.addAgencies}
          </ButtonLink>
        ) : undefined
      }
    >
      {total > 5 || asked.search ? (
        <SearchForm action={base} label={content.searchAgencies} value={asked.search} />
      ) : null}
      <Table
        caption={content.agencies}
        captionHidden
        rows={members}
        empty={<p role="status">{asked.search ? content.noAgencyFound : content.noAgencies}</p>}
        sort={{ by: asked.sort, direction: asked.direction, href }}
        columns={[
          { heading: content.memberColumns.name, rowHeader: true, sort: 'name', cell: ({ name }) => name },
          {
            heading: content.memberColumns.state,
            sort: 'state',
            cell: (row) => <Answer standing={memberStanding(row, group)} reason={row.reason} />,
          },
          {
            heading: content.memberColumns.answered,
            sort: 'answered',
            cell: (row) => <AnsweredBy party={row} />,
          },
          ...(mayAct
            ? [
                {
                  heading: content.memberColumns.remove,
                  headingHidden: true,
                  cell: (row: JointMember) =>
                    row.state === 'asked' || row.state === 'declined' ? (
                      <ActionForm action={`${base}/agencies/${row.id}/remove`} look="plain" about={row.name}>
                        {content.remove}
                      </ActionForm>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      <Pagination
        page={asked.page}
        pages={Math.ceil(total / asked.pageSize)}
        href={href}
        label={content.agencies}
      />
    </Section>
  );
}

function Answer({
  standing,
  reason,
  isPartner = false,
}: {
  standing: Standing;
  reason: string;
  isPartner?: boolean;
}) {
  const { label, tag } = standingWords[standing];
  return (
    <>
      <StatusTag standing={tag}>
        {isPartner && standing === 'agreed' ? content.confirmedLabel : label}
      </StatusTag>
      {reason === '' ? null : <p class="om-written">{reason}</p>}
    </>
  );
}

function AnsweredBy({ party: { answered } }: { party: Pick<JointMember, 'answered'> }) {
  if (!answered) return null;
  return <>{content.answeredBy(answered.name, answered.title, longDay(answered.at))}</>;
}
