import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { number } from './coverage-figures.tsx';
import { coverageContent as content, standingChangeSentence } from './coverage-page-content.ts';
import type { RulesChange } from './rules-change.ts';

/** What another version of the rules would make of the same people. */
export function RulesComparison(props: {
  readonly base: string;
  readonly day: CalendarDate;
  readonly rules: CampaignRules;
  readonly comparison: RulesChange;
}) {
  const { base, day, rules, comparison } = props;
  const { before, after, standings } = comparison;
  return (
    <Section heading={`${content.change}: ${after.rules} instead of ${rules.version}`} id="rules">
      <p>{content.changeLead}</p>
      <Table
        caption="Both rules side by side"
        captionHidden
        rows={[before, after]}
        columns={[
          { heading: 'Rules of', rowHeader: true, cell: (coverage) => coverage.rules },
          { heading: 'Sworn', numeric: true, cell: (coverage) => number(coverage.sworn) },
          {
            heading: 'Advanced',
            numeric: true,
            cell: (coverage) => `${number(coverage.advanced)} of ${number(coverage.advancedRequired)} needed`,
          },
          { heading: 'Base only', numeric: true, cell: (coverage) => number(coverage.base) },
          { heading: 'Not trained', numeric: true, cell: (coverage) => number(coverage.untrained) },
          {
            heading: 'Advanced without base',
            numeric: true,
            cell: (coverage) => number(coverage.advancedWithoutBase),
          },
          {
            heading: 'Non-sworn trained',
            numeric: true,
            cell: ({ nonSworn }) => `${number(nonSworn.trained)} of ${number(nonSworn.inScope)}`,
          },
        ]}
      />
      {standings.length === 0 ? (
        <p>{content.noChange}</p>
      ) : (
        <ul class="usa-list">
          {standings.map((change) => (
            <li>{standingChangeSentence(change)}</li>
          ))}
        </ul>
      )}
      <DownloadLinks
        label={content.downloadByRules(after.rules)}
        path={`${base}/coverage`}
        href={`${base}?day=${day}&rules=${after.rules}`}
      />
    </Section>
  );
}
