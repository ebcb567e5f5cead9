import type { Context } from 'hono';
import type { Viewer } from '../identity/viewer.ts';
import { type PageFrame, type PageLink, pageFrames } from '../uswds/page-frame.tsx';
import type { AppEnv } from './environment.ts';

/** Lets every handler answer with `c.render(<SomePage />)` inside the site's frame. */
export const renderInFrame = pageFrames((c: Context<AppEnv>) => frameOf(c));

function frameOf(c: Context<AppEnv>): PageFrame {
  const { config } = c.var.deps;
  const viewer = c.get('viewer');
  return {
    path: c.req.path,
    viewer: viewer && { name: viewer.name, email: viewer.email, places: placesOf(viewer) },
    site: {
      campaignName: config.campaign.name,
      contactEmail: config.campaign.contact,
      supportStatement: config.campaign.supportStatement,
      disclaimer: config.campaign.disclaimer,
      development: config.mode === 'development',
    },
  };
}

/** Where the viewer works: each agency's workspace, each partner organization, the campaign's desk. */
export function placesOf(viewer: Viewer): readonly PageLink[] {
  return [
    ...viewer.agencies.map((agency) => ({ label: agency.name, href: `/workspace/${agency.slug}` })),
    ...viewer.partners.map((partner) => ({ label: partner.name, href: `/partner/${partner.id}` })),
    ...(viewer.campaignRoles.length > 0 ? [{ label: 'Campaign desk', href: '/campaign' }] : []),
  ];
}
