import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { Coverage, CoveragePart } from './coverage.ts';
import { coverageContent as content, exclusionSentence } from './coverage-page-content.ts';
import { trainedOf } from './tally.ts';

/** How far the agency is from what the rules ask for, as bars and as a table. */
export function CoverageBars({ rules, coverage }: { rules: CampaignRules; coverage: Coverage }) {
  const { sworn, advanced, advancedRequired, untrained, advancedWithoutBase, nonSworn } = coverage;
  const trained = sworn - untrained - advancedWithoutBase + nonSworn.trained;
  const counted = sworn + nonSworn.inScope;
  const measured = advancedRequired - coverage.advancedMissing;
  return (
    <>
      <p>
        <StatusTag standing={coverage.meetsAdvanced ? 'done' : 'progress'}>
          {coverage.meetsAdvanced ? 'Share reached' : `${number(coverage.advancedMissing)} more needed`}
        </StatusTag>{' '}
        <StatusTag standing={coverage.meetsEveryone ? 'done' : 'progress'}>
          {coverage.meetsEveryone ? 'Everyone trained' : `${number(counted - trained)} still to train`}
        </StatusTag>
      </p>
      <ProgressBar
        label={content.sworn}
        value={advanced}
        max={sworn}
        needed={advancedRequired}
        text={`${reached(Math.max(advanced, measured), advancedRequired)} (${number(sworn)} sworn officers, ${rules.advanced.percent} percent)`}
      />
      <ProgressBar
        label={content.everyone}
        value={trained}
        max={counted}
        text={`${number(trained)} of ${number(counted)} needed: ${number(sworn)} sworn and ${number(nonSworn.inScope)} non-sworn in scope`}
      />
      {rules.trained.baseNeededBy === 'everyone' ? (
        <ProgressBar
          label={content.base}
          value={advanced - advancedWithoutBase}
          max={advanced}
          text={`${number(advanced - advancedWithoutBase)} of ${number(advanced)}`}
        />
      ) : null}
      <Table
        caption="Sworn officers and non-sworn staff in scope"
        rows={[
          {
            name: 'Sworn officers',
            people: sworn,
            advanced: number(advanced),
            base: number(coverage.base),
            untrained,
          },
          {
            name: 'Non-sworn staff in scope',
            people: nonSworn.inScope,
            advanced: '',
            base: `${number(nonSworn.trained)} trained`,
            untrained: nonSworn.untrained,
          },
        ]}
        columns={[
          { heading: 'Who', rowHeader: true, cell: (row) => row.name },
          { heading: 'Counted', numeric: true, cell: (row) => number(row.people) },
          { heading: 'Advanced', numeric: true, cell: (row) => row.advanced },
          { heading: 'Base only', numeric: true, cell: (row) => row.base },
          { heading: 'Not trained', numeric: true, cell: (row) => number(row.untrained) },
        ]}
      />
    </>
  );
}

/** The same for each unit, shift or rank; nothing when all are in one. */
export function CoverageParts({
  heading,
  parts,
  rules,
}: {
  heading: string;
  parts: readonly CoveragePart[];
  rules: CampaignRules;
}) {
  if (parts.length === 0 || (parts.length === 1 && parts[0]?.name === '')) return null;
  const showsNonSworn = rules.trained.of === 'sworn-and-selected-non-sworn';
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        captionHidden
        rows={parts}
        columns={[
          { heading: 'Name', rowHeader: true, cell: ({ name }) => name || content.notGiven },
          { heading: 'Sworn', numeric: true, cell: ({ sworn }) => number(sworn.people) },
          { heading: 'Advanced', numeric: true, cell: ({ sworn }) => number(sworn.advanced) },
          { heading: 'Base only', numeric: true, cell: ({ sworn }) => number(sworn.base) },
          { heading: 'Not trained', numeric: true, cell: ({ sworn }) => number(sworn.untrained) },
          ...(showsNonSworn
            ? [
                {
                  heading: 'Non-sworn trained',
                  numeric: true,
                  cell: ({ nonSworn }: CoveragePart) =>
                    nonSworn.people === 0
                      ? ''
                      : `${number(trainedOf(nonSworn))} of ${number(nonSworn.people)}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Who isn't counted, and why. */
export function ExcludedPeople({ coverage, rules }: { coverage: Coverage; rules: CampaignRules }) {
  return (
    <Section heading={content.excluded}>
      {coverage.excluded.length === 0 ? (
        <p>{content.noneExcluded}</p>
      ) : (
        <>
          <p>{content.excludedLead}</p>
          <ul class="usa-list">
            {coverage.excluded.map((exclusion) => (
              <li>{exclusionSentence(exclusion, rules)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** “3 of 7 needed”, but “9, where 7 are needed”. */
function reached(have: number, needed: number): string {
  return have > needed
    ? `${number(have)}, where ${number(needed)} ${needed === 1 ? 'is' : 'are'} needed`
    : `${number(have)} of ${number(needed)} needed`;
}
