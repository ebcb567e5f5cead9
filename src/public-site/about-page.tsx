import { InPageNav } from '../uswds/in-page-nav.tsx';
import { Page } from '../uswds/page.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Prose, Section } from '../uswds/section.tsx';
import { WithSideNav } from '../uswds/side-nav.tsx';
import { aboutContent as content } from './public-site-content.ts';

/** Contact, support statement and disclaimer are the campaign's own words, from the page's frame. */
export function AboutPage() {
  const { contact, support, accessibility, privacy } = content;
  const parts = { contact, support, accessibility, privacy };
  const links = Object.entries(parts).map(([id, { heading }]) => ({ label: heading, href: `#${id}` }));
  return (
    <Page title={content.title} description={content.description}>
      <PageHeading heading={content.title} lead={content.lead} />
      <WithSideNav nav={<InPageNav links={links} />}>
        <Contact />
        <Support />
        <Accessibility />
        <Privacy />
      </WithSideNav>
    </Page>
  );
}

function Contact() {
  return (
    <Section heading={content.contact.heading} id="contact">
      <Prose>
        <p>
          {content.contact.text} {content.contact.before} <ContactLink />.
        </p>
      </Prose>
    </Section>
  );
}

function Support() {
  const { site } = usePageFrame();
  return (
    <Section heading={content.support.heading} id="support">
      <Prose>
        <p>{site.supportStatement}</p>
        <h3>{content.support.disclaimerHeading}</h3>
        <p>{site.disclaimer}</p>
      </Prose>
    </Section>
  );
}

function Accessibility() {
  const { heading, texts, trouble } = content.accessibility;
  return (
    <Section heading={heading} id="accessibility">
      <Prose>
        {texts.map((text) => (
          <p>{text}</p>
        ))}
        <p>
          {trouble} <ContactLink />.
        </p>
      </Prose>
    </Section>
  );
}

function Privacy() {
  const { privacy } = content;
  return (
    <Section heading={privacy.heading} id="privacy">
      <Prose>
        <h3>{privacy.publicHeading}</h3>
        <Points points={privacy.public} />
        <h3>{privacy.neverHeading}</h3>
        <Points points={privacy.never} />
        <p>{privacy.closing}</p>
      </Prose>
    </Section>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  );
}

function ContactLink() {
  const { contactEmail } = usePageFrame().site;
  return <a href={`mailto:${contactEmail}`}>{contactEmail}</a>;
}
