import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { FigureList } from '../uswds/figure-list.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import type { Figures, QuarterReport, WaitingCases } from './figures.ts';
import { figureColumns, figureText } from './figures-columns-content.ts';
import { figuresContent as content, groupName, inOrder } from './figures-content.ts';
import { lastDay, quarterCode, quartersUntil } from './quarter.ts';

export const figuresPath = '/campaign/figures';

/** Five years of reports. */
const quartersShown = 20;

export interface FiguresPageProps {
  readonly roles: readonly CampaignRole[];
  readonly report: QuarterReport;
  readonly today: CalendarDate;
}

/** The campaign's figures of a quarter: all, by group, and where cases wait. */
export function FiguresPage({ roles, report, today }: FiguresPageProps) {
  const { quarter, grouping, isOver } = report;
  const query = `quarter=${quarterCode(quarter)}&by=${grouping}`;
  return (
    <CampaignPage roles={roles} here={figuresPath} title={content.title} lead={content.lead}>
      <form class="om-search" method="get" action={figuresPath}>
        <Select
          name="quarter"
          label={content.quarter}
          value={quarterCode(quarter)}
          choices={quartersUntil(today, quartersShown).map((one) => ({
            value: quarterCode(one),
            label: content.quarterName(one),
          }))}
        />
        <Select
          name="by"
          label={content.by}
          value={grouping}
          choices={Object.entries(content.groupings).map(([value, label]) => ({ value, label }))}
        />
        <Button>{content.show}</Button>
      </form>
      <Section heading={content.quarterName(quarter)}>
        <p>{isOver ? `${content.atEnd}: ${longDate(lastDay(quarter))}.` : content.unfinished}</p>
        <Headline all={report.all} sinceBeginning={report.sinceBeginning} />
      </Section>
      <Section heading={content.groupings[grouping]}>
        <Table
          caption={`${content.groupings[grouping]}, ${content.quarterName(quarter)}`}
          captionHidden
          scrollOnPhones
          rows={inOrder(grouping, report.groups)}
          columns={columnsOf(report)}
          empty={
            <EmptyState heading={content.empty.heading} level={3}>
              {content.empty.text}
            </EmptyState>
          }
        />
        <p class="om-quiet">
          {content.shortNote} {content.trainedNote}
        </p>
        <ButtonGroup>
          <ButtonLink href={`${figuresPath}.csv?${query}`} look="outline">
            {content.csv}
          </ButtonLink>
          <ButtonLink href={`${figuresPath}.pdf?${query}`} look="outline">
            {content.pdf}
          </ButtonLink>
        </ButtonGroup>
      </Section>
      <Section heading={content.waiting.heading}>
        <WaitingTable waiting={report.waiting} />
      </Section>
    </CampaignPage>
  );
}

function Headline({ all, sinceBeginning }: { all: Figures; sinceBeginning: Figures }) {
  const { medianDays } = sinceBeginning;
  return (
    <FigureList
      figures={[
        { number: all.pledged, label: content.tiles.pledged },
        { number: all.certified, label: content.tiles.certified },
        { number: all.newPledges, label: content.tiles.newPledges(all.newPledges) },
        { number: all.newCertificates, label: content.tiles.newCertificates(all.newCertificates) },
        { number: all.trained, label: content.tiles.trained(all.trained) },
        ...(medianDays === undefined
          ? []
          : [{ number: medianDays, label: content.tiles.medianDays(medianDays) }]),
      ]}
    />
  );
}

function columnsOf({ grouping }: QuarterReport): readonly Column<Figures>[] {
  return [
    {
      heading: content.groupings[grouping],
      rowHeader: true,
      cell: ({ group }) => groupName(grouping, group),
    },
    ...figureColumns.map(({ short, value }) => ({
      heading: short,
      numeric: true,
      cell: (figures: Figures) => figureText(value(figures)),
    })),
  ];
}

function WaitingTable({ waiting }: { waiting: readonly WaitingCases[] }) {
  const { columns, states, none } = content.waiting;
  const words: Readonly<Record<string, string>> = states;
  return (
    <Table
      caption={content.waiting.heading}
      captionHidden
      rows={waiting}
      empty={<p>{none}</p>}
      columns={[
        { heading: columns.place, rowHeader: true, cell: ({ state }) => words[state] ?? state },
        { heading: columns.cases, numeric: true, cell: ({ cases }) => figureText(cases) },
        { heading: columns.oldest, cell: ({ oldest }) => longDate(dayIn('UTC', oldest)) },
      ]}
    />
  );
}
