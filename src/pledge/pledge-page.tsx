import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { InPageNav } from '../uswds/in-page-nav.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import { Prose, Section } from '../uswds/section.tsx';
import { pledgePageContent as content } from './pledge-page-content.ts';
import { RequirementsInFull } from './requirements-in-full.tsx';

/** The public explanation of the pledge. */
export function PledgePage({ hasDrafts }: { hasDrafts: boolean }) {
  return (
    <Page title={content.title} description={content.description} width="prose">
      <PageHeading heading={content.title} lead={content.lead} />
      <StartButton hasDrafts={hasDrafts} />
      <InPageNav
        links={[
          { label: content.requirements, href: '#requirements' },
          { label: content.steps.heading, href: '#steps' },
          { label: content.ready.heading, href: '#ready' },
          { label: content.privacy.heading, href: '#privacy' },
        ]}
      />
      <Section heading={content.requirements} id="requirements">
        <RequirementsInFull rules={currentRules} level={3} />
      </Section>
      <Section heading={content.steps.heading} id="steps">
        <ProcessList steps={content.steps.items} />
      </Section>
      <Section heading={content.ready.heading} id="ready">
        <Prose>
          <ul>
            {content.ready.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section heading={content.privacy.heading} id="privacy">
        <Prose>
          <p>{content.privacy.text}</p>
        </Prose>
      </Section>
      <StartButton hasDrafts={hasDrafts} />
    </Page>
  );
}

function StartButton({ hasDrafts }: { hasDrafts: boolean }) {
  return (
    <>
      <ButtonGroup>
        <ButtonLink href="/pledge/start" look="accent" big>
          {hasDrafts ? content.goOn : content.start}
        </ButtonLink>
      </ButtonGroup>
      <p class="om-quiet">{content.duration}</p>
    </>
  );
}
