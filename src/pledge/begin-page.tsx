import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Card, CardGroup } from '../uswds/card.tsx';
import { Form } from '../uswds/form.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Prose, Section } from '../uswds/section.tsx';
import type { Draft } from './draft.ts';
import { draftRegion } from './draft-journey-content.ts';
import { draftName, draftPath } from './draft-pages.tsx';
import { beginContent as content, pledgePageContent } from './pledge-page-content.ts';

export interface BeginPageProps {
  readonly drafts: readonly Draft[];
  readonly agencies: readonly AgencyPlace[];
}

/** Where a signed-in person begins the form, or goes on with one. */
export function BeginPage({ drafts, agencies }: BeginPageProps) {
  const ready = pledgePageContent.ready;
  return (
    <Page
      title={content.title}
      breadcrumbs={[{ label: pledgePageContent.title, href: '/pledge' }]}
      width="prose"
      unlisted
    >
      <PageHeading heading={content.title} lead={pledgePageContent.duration} />
      {agencies.map((agency) => (
        <Alert kind="info">
          {content.member(agency.name)} <a href={`/workspace/${agency.slug}`}>{agency.name}</a>
        </Alert>
      ))}
      {drafts.length > 0 ? (
        <Section heading={content.drafts}>
          <DraftCards drafts={drafts} />
        </Section>
      ) : null}
      <Section heading={drafts.length > 0 ? content.another : ready.heading}>
        <Prose>
          <ul>
            {ready.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Prose>
        <Form action="/pledge/drafts">
          <ButtonGroup>
            <Button look={drafts.length > 0 ? 'outline' : 'accent'}>{content.begin}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </Page>
  );
}

/** The person's drafts, each with the way on and the way out. */
export function DraftCards({ drafts }: { drafts: readonly Draft[] }) {
  return (
    <CardGroup columns={2}>
      {drafts.map((draft) => (
        <Card
          heading={draftName(draft)}
          icon="document"
          actions={
            <>
              <ButtonLink href={`/pledge/drafts/${draft.id}`}>
                {content.goOn}
                <span class="usa-sr-only"> with {draftName(draft)}</span>
              </ButtonLink>
              <ButtonLink href={draftPath(draft, 'delete')} look="plain">
                {content.delete}
                <span class="usa-sr-only"> {draftName(draft)}</span>
              </ButtonLink>
            </>
          }
        >
          {content.changed} {longDate(changedOn(draft))}
        </Card>
      ))}
    </CardGroup>
  );
}

/** The day where the agency is, once the draft says where. */
function changedOn({ answers, updatedAt }: Draft): CalendarDate {
  return dayIn(draftRegion(answers)?.timeZone ?? 'America/Chicago', updatedAt);
}
