import type { AgencyPlace } from '../identity/viewer.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { type Month, monthName, monthsOfYear, monthsToEnter } from './month.ts';
import { surprisingCounts } from './outcome-bounds.ts';
import { outcomeContent as content, surprisingSentence } from './outcome-content.ts';
import { Meanings, ViewForm } from './outcome-parts.tsx';
import type { OutcomeSetting } from './outcome-setting.ts';
import { Trend } from './outcome-trend.tsx';
import type { OutcomeView } from './outcome-view.ts';
import { YearLinks, YearTable } from './year-counts.tsx';

export interface OutcomePageProps {
  readonly agency: AgencyPlace;
  readonly view: OutcomeView;
  readonly setting: OutcomeSetting;
  readonly year: number;
  readonly years: readonly number[];
  /** The month under way. */
  readonly latest: Month;
  /** The month that is entered next: the first one that is over and has no counts. */
  readonly next: Month;
  readonly mayChange: boolean;
  readonly typed: { readonly first: string; readonly last: string };
  readonly href: (changes: Readonly<Record<string, string>>) => string;
  readonly done?: string | undefined;
  readonly errors?: FormErrors;
}

export function outcomesPath({ slug }: Pick<AgencyPlace, 'slug'>): string {
  return `/workspace/${slug}/outcomes`;
}

/** An agency's counts: the trend of one measure, all counts of a year, and what may be done with them. */
export function OutcomePage(props: OutcomePageProps) {
  const { agency, view, setting, year, years, latest, next, mayChange, errors = noErrors } = props;
  const base = outcomesPath(agency);
  const isEmpty = view.counts.size === 0;
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{doneWords(props.done)}</SuccessNotice>}
      actions={
        mayChange ? (
          <>
            <ButtonLink href={`${base}/months/${next}`}>{content.enter}</ButtonLink>
            <ButtonLink look="outline" href={`${base}/import`}>
              {content.import}
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      <SharingNote agency={agency} setting={setting} mayChange={mayChange} />
      {isEmpty ? (
        <EmptyState heading={content.empty.heading} icon="document">
          {content.empty.text}
        </EmptyState>
      ) : (
        <>
          <Section heading={content.chartHeading} id="trend">
            <ViewForm action={base} view={view} errors={errors} typed={props.typed} />
            <Trend view={view} />
          </Section>
          <Section heading={content.yearHeading(year)} id="year">
            <YearLinks
              years={years}
              year={year}
              hrefOf={(one) => `${props.href({ year: String(one) })}#year`}
            />
            <Surprises view={view} year={year} />
            <YearTable year={year} counts={view.counts} />
            {mayChange ? <MonthLinks base={base} year={year} latest={latest} /> : null}
            <DownloadLinks label={content.download} path={`${base}/counts`} href={base} />
            <p>
              <a class="usa-link" href={`${base}/history`}>
                {content.history}
              </a>
            </p>
          </Section>
        </>
      )}
      <Meanings />
    </WorkspacePage>
  );
}

function SharingNote({
  agency,
  setting,
  mayChange,
}: Pick<OutcomePageProps, 'agency' | 'setting' | 'mayChange'>) {
  const words = content.sharing;
  return (
    <Alert kind="info" slim>
      {setting.sharesWithCampaign ? words.yes : words.no}{' '}
      {mayChange ? (
        <a class="usa-link" href={`${outcomesPath(agency)}/settings`}>
          {words.change}
        </a>
      ) : null}
    </Alert>
  );
}

/** Counts of the year that are worth a second look. */
function Surprises({ view, year }: { view: OutcomeView; year: number }) {
  const sentences = monthsOfYear(year).flatMap((month) =>
    surprisingCounts(view.counts.get(month) ?? {}).map((crossed) => surprisingSentence(month, crossed)),
  );
  if (sentences.length === 0) return null;
  return (
    <Alert kind="warning" heading={content.surprising}>
      <ul class="usa-list">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}

function MonthLinks({ base, year, latest }: { base: string; year: number; latest: Month }) {
  return (
    <nav class="om-row-nav" aria-label={content.grid.change}>
      <ul>
        <li>{content.grid.change}:</li>
        {monthsToEnter(year, latest).map((month) => (
          <li>
            <a href={`${base}/months/${month}`}>{monthName(month).split(' ')[0]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function doneWords(done: string | undefined): string | undefined {
  return Object.entries(content.done).find(([code]) => code === done)?.[1];
}
