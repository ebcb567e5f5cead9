import type { OwnAsked } from '../acknowledgment/own-acknowledgment-actions.ts';
import { AskedNotice } from '../acknowledgment/own-acknowledgment-page.tsx';
import { longDate } from '../calendar/calendar-date.ts';
import { spanOf } from '../class-session/class-frame.tsx';
import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { OwnRecord } from './own-record-actions.ts';
import {
  certificateStandings,
  certificateStateWords,
  ownRecordContent as content,
  endingSentence,
  ownStandingSentence,
  ownStandingTag,
  returnReason,
} from './own-record-content.ts';

export interface MyTrainingPageProps {
  readonly agency: AgencyPlace;
  /** Undefined while the account is not linked to the roster. */
  readonly own: OwnRecord | undefined;
  /** The policy that the person is asked to acknowledge. */
  readonly asked: OwnAsked | undefined;
  readonly notice: string | undefined;
}

/** A person's own training: what counts, what is missing, what ends when, and what is to come. */
export function MyTrainingPage({ agency, own, asked, notice }: MyTrainingPageProps) {
  const here = `/workspace/${agency.slug}/my-training`;
  const tag = own && ownStandingTag(own.standing);
  return (
    <WorkspacePage
      agency={agency}
      here="my-training"
      title={own ? `${content.title}: ${shownName(own.member.name)}` : content.title}
      lead={own ? content.lead : undefined}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      status={tag ? <StatusTag standing={tag.standing}>{tag.words}</StatusTag> : undefined}
      actions={own ? <ButtonLink href={`${here}/certificates/new`}>{content.submit}</ButtonLink> : undefined}
    >
      <AskedNotice agency={agency} own={asked} />
      {own ? (
        <Own own={own} here={here} />
      ) : (
        <EmptyState heading={content.notLinked.heading}>{content.notLinked.text}</EmptyState>
      )}
    </WorkspacePage>
  );
}

interface OwnProps {
  readonly own: OwnRecord;
  readonly here: string;
}

function Own({ own, here }: OwnProps) {
  return (
    <>
      <Section heading={content.standing}>
        <p>{ownStandingSentence(own.rules, own.standing)}</p>
        {own.endings.length > 0 ? (
          <Alert kind="warning" heading={content.endings}>
            {own.endings.map((ending) => (
              <p>{endingSentence(ending)}</p>
            ))}
          </Alert>
        ) : null}
      </Section>
      {own.sessions.length > 0 ? <Classes own={own} /> : null}
      <Records own={own} />
      <p>
        <a class="usa-link" href={`${here}/credentials`}>
          {content.credentials}
        </a>
      </p>
      <Certificates own={own} here={here} />
    </>
  );
}

function Classes({ own }: Pick<OwnProps, 'own'>) {
  return (
    <Section heading={content.classes}>
      <Table
        caption={content.classes}
        captionHidden
        rows={own.sessions}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ course }) => course },
          { heading: 'Days', cell: spanOf },
          { heading: 'Place', cell: ({ place }) => place },
          {
            heading: 'Seat',
            cell: ({ isWaiting }) =>
              isWaiting ? (
                <StatusTag standing="waiting">{content.waiting}</StatusTag>
              ) : (
                <StatusTag standing="done">Enrolled</StatusTag>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Records({ own: { rules, training } }: Pick<OwnProps, 'own'>) {
  return (
    <Section heading={content.records}>
      <Table
        caption={content.records}
        captionHidden
        rows={training.classes}
        empty={<p>{content.noRecords}</p>}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ record }) => record.title || record.code },
          { heading: 'Hours', numeric: true, cell: ({ record }) => record.hours ?? '' },
          {
            heading: 'Completed',
            cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
          },
          { heading: 'What it is worth', cell: ({ qualifying }) => qualifyingSentence(rules, qualifying) },
        ]}
      />
    </Section>
  );
}

function Certificates({ own, here }: OwnProps) {
  return (
    <Section heading={content.certificates}>
      <Table
        caption={content.certificates}
        captionHidden
        rows={own.certificates}
        empty={<p>{content.noCertificates}</p>}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ facts }) => facts.title },
          { heading: 'Completed', cell: ({ facts }) => longDate(facts.completedOn) },
          {
            heading: 'File',
            cell: ({ id, file }) => (
              <a class="usa-link" href={`${here}/certificates/${id}/file`}>
                {file.name}
              </a>
            ),
          },
          {
            heading: 'Standing',
            cell: ({ state }) => (
              <>
                <StatusTag standing={certificateStandings[state.is]}>
                  {certificateStateWords[state.is]}
                </StatusTag>
                {state.is === 'returned' ? <div>{returnReason(state)}</div> : null}
              </>
            ),
          },
          {
            heading: content.takeBack,
            headingHidden: true,
            cell: ({ id, facts, state }) =>
              state.is === 'submitted' ? (
                <ActionForm action={`${here}/certificates/${id}/take-back`} look="plain" about={facts.title}>
                  {content.takeBack}
                </ActionForm>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
