import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import type { Partnership } from '../partnership/partnership.ts';
import { PartnershipNav } from '../partnership/partnership-nav.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { outcomeContent as content } from './outcome-content.ts';
import { Meanings, ViewForm } from './outcome-parts.tsx';
import { Trend } from './outcome-trend.tsx';
import type { OutcomeView } from './outcome-view.ts';
import { YearLinks, YearTable } from './year-counts.tsx';

export interface PartnerOutcomePageProps {
  readonly partner: PartnerPlace;
  readonly partnership: Partnership;
  readonly view: OutcomeView;
  readonly year: number;
  readonly years: readonly number[];
  readonly typed: { readonly first: string; readonly last: string };
  readonly errors: FormErrors;
  readonly href: (changes: Readonly<Record<string, string>>) => string;
}

/** The agency's counts as an active partner sees them: all of them, and nothing of its roster. */
export function PartnerOutcomePage(props: PartnerOutcomePageProps) {
  const { partner, partnership, view, year, years, typed, errors } = props;
  const base = `/partner/${partner.id}/partnerships/${partnership.id}`;
  return (
    <PartnerPage
      partner={partner}
      title={content.title}
      lead={content.partnerLead}
      errors={errors}
      trail={[{ label: partnership.agency.name, href: base }]}
    >
      <PartnershipNav base={base} current="outcomes" />
      {view.counts.size === 0 ? (
        <EmptyState heading={content.partnerEmpty.heading} icon="document">
          {partnership.state.is === 'active' ? content.partnerEmpty.text : content.notActive}
        </EmptyState>
      ) : (
        <>
          <Section heading={content.chartHeading}>
            <ViewForm action={`${base}/outcomes`} view={view} errors={errors} typed={typed} />
            <Trend view={view} />
          </Section>
          <Section heading={content.yearHeading(year)} id="year">
            <YearLinks
              years={years}
              year={year}
              hrefOf={(one) => `${props.href({ year: String(one) })}#year`}
            />
            <YearTable year={year} counts={view.counts} />
          </Section>
        </>
      )}
      <Meanings />
    </PartnerPage>
  );
}
