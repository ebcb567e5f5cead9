import { ButtonLink } from '../uswds/button.tsx';
import { Card, CardGroup } from '../uswds/card.tsx';
import { FigureList } from '../uswds/figure-list.tsx';
import { Page } from '../uswds/page.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import { Band } from './band.tsx';
import { HeroDrawing } from './hero-drawing.tsx';
import { homeContent as content } from './public-site-content.ts';

export interface HomePageProps {
  /** What an agency promises, from the campaign rules that new pledges are taken under. */
  readonly requirements: readonly { readonly title: string; readonly text: string }[];
  /** How long a pledge may run under those rules. */
  readonly term: { readonly shortestMonths: number; readonly longestMonths: number };
  /** Whose president signs the letter of acknowledgment. */
  readonly issuer: string;
  readonly figures: { readonly pledged: number; readonly certified: number };
}

export function HomePage({ requirements, term, issuer, figures }: HomePageProps) {
  return (
    <Page title={content.title} description={content.description} width="full">
      <Hero />
      <Figures figures={figures} />
      <Band heading={content.why.heading} lead={content.why.lead}>
        <CardGroup>
          {content.why.points.map(({ icon, heading, text }) => (
            <Card icon={icon} heading={heading}>
              {text}
            </Card>
          ))}
        </CardGroup>
      </Band>
      <Band
        heading={content.requirements.heading}
        lead={content.requirements.lead(term.shortestMonths, term.longestMonths)}
        look="tinted"
      >
        <CardGroup columns={requirements.length > 3 ? 4 : 3}>
          {requirements.map(({ title, text }) => (
            <Card heading={title}>{text}</Card>
          ))}
        </CardGroup>
      </Band>
      <Band
        heading={content.start.heading}
        lead={content.start.lead}
        actions={<ButtonLink href="/pledge">{content.start.button}</ButtonLink>}
        split
      >
        <ProcessList steps={content.start.steps} />
      </Band>
      <Completion issuer={issuer} />
      <Visitors />
    </Page>
  );
}

function Hero() {
  return (
    <div class="om-hero">
      <div class="om-hero__bar">
        <div>
          <h1>{content.heading}</h1>
          <p class="om-hero__lead">{content.lead}</p>
          <div class="om-hero__actions">
            <ButtonLink href="/pledge" look="accent" big>
              {content.takePledge}
            </ButtonLink>
            <ButtonLink href="/agencies" look="outline" big>
              {content.findAgency}
            </ButtonLink>
          </div>
        </div>
        <div class="om-hero__drawing">
          <HeroDrawing />
        </div>
      </div>
    </div>
  );
}

/** Nothing before the first pledge: a large zero tells nobody anything. */
function Figures({ figures }: Pick<HomePageProps, 'figures'>) {
  if (figures.pledged === 0) return null;
  return (
    <div class="om-figure-strip">
      <FigureList
        figures={[
          { number: figures.pledged, label: content.figures.pledged },
          { number: figures.certified, label: content.figures.certified },
        ]}
      />
    </div>
  );
}

function Completion({ issuer }: { issuer: string }) {
  const { heading, lead, points, letter } = content.completion;
  return (
    <Band heading={heading} lead={lead} look="tinted">
      <CardGroup columns={4}>
        {points.map((point) => (
          <Card icon={point.icon} heading={point.heading}>
            {point.text || letter(issuer)}
          </Card>
        ))}
      </CardGroup>
    </Band>
  );
}

function Visitors() {
  const { heading, directory, verify } = content.visitors;
  return (
    <Band heading={heading}>
      <CardGroup columns={2}>
        <Card icon="search" heading={directory.heading} actions={<a href="/agencies">{directory.link}</a>}>
          {directory.text}
        </Card>
        <Card icon="certificate" heading={verify.heading} actions={<a href="/verify">{verify.link}</a>}>
          {verify.text}
        </Card>
      </CardGroup>
    </Band>
  );
}
