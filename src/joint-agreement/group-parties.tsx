import { longDay } from '../identity/day-text.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { GroupPageProps } from './group-page.tsx';
import {
  type JointMember,
  type JointPartner,
  memberStanding,
  partnerStanding,
  type Standing,
} from './joint-agreement.ts';
import { jointContent as content, standingWords } from './joint-content.ts';

type SectionProps = GroupPageProps & { readonly base: string; readonly mayAct: boolean };

/** The partners of a group and what each has answered. */
export function PartnersSection({ partners, group, base, mayAct }: SectionProps) {
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
          { heading: content.organization, rowHeader: true, cell: ({ name }) => name },
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

/** The agencies of a group and what each has answered. */
export function AgenciesSection({ members, total, asked, href, group, base, mayAct }: SectionProps) {
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
