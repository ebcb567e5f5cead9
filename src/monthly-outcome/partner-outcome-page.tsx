import type { AgreementStanding } from '../agreement/agreement-standing.ts';
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

export interface PartnerOutcomesClosedProps {
  readonly partner: PartnerPlace;
  readonly partnership: Partnership;
  readonly standing: AgreementStanding;
}

/** What a partner reads whose agreement is not in effect today. */
export function PartnerOutcomesClosedPage({ partner, partnership, standing }: PartnerOutcomesClosedProps) {
  const base = `/partner/${partner.id}/partnerships/${partnership.id}`;
  return (
    <PartnerPage
      partner={partner}
      title={content.title}
      lead={content.partnerLead}
      trail={[{ label: partnership.agency.name, href: base }]}
    >
      <PartnershipNav base={base} current="outcomes" />
      <EmptyState heading={content.closedHeading} icon="document">
        {standing === 'lapsed' ? content.lapsed : content.notActive}
      </EmptyState>
    </PartnerPage>
  );
}

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
          {content.partnerEmpty.text}
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
