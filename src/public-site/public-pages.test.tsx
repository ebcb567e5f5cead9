import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import { PageFrameProvider } from '../uswds/page-frame.tsx';
import { AboutPage } from './about-page.tsx';
import { HomePage } from './home-page.tsx';

const site = {
  campaignName: 'One Mind Campaign',
  contactEmail: 'campaign@example.org',
  supportStatement: 'Supported by grant 7.',
  disclaimer: 'Opinions are their authors’ own.',
  development: false,
};

async function shown(page: Child): Promise<string> {
  return String(
    await (<PageFrameProvider frame={{ site, path: '/', viewer: undefined }}>{page}</PageFrameProvider>),
  );
}

function home(figures: { pledged: number; certified: number }) {
  return shown(
    <HomePage
      requirements={[{ title: 'A partner', text: 'Work with a clinic.' }]}
      term={{ shortestMonths: 10, longestMonths: 40 }}
      issuer="Association of Examples"
      figures={figures}
    />,
  );
}

describe('the home page', () => {
  it('tells the requirements, the time and the issuer that the campaign sets', async () => {
    const html = await home({ pledged: 1634, certified: 602 });
    expect(html).toContain('A partner');
    expect(html).toContain('Work with a clinic.');
    expect(html).toContain('10 to 40 months');
    expect(html).toContain('the President of the Association of Examples');
  });

  it('shows how many agencies take part, once there are any', async () => {
    const html = await home({ pledged: 1634, certified: 602 });
    expect(html).toMatch(/1,634<\/span> <span class="om-figures__label">agencies have taken the pledge/);
    expect(await home({ pledged: 0, certified: 0 })).not.toContain('om-figures');
  });

  it('leads to the pledge, the list of agencies and the check of certificates', async () => {
    const main = (await home({ pledged: 0, certified: 0 })).split('<main')[1]?.split('</main>')[0];
    for (const href of ['/pledge', '/agencies', '/verify']) expect(main).toContain(`href="${href}"`);
  });

  it('draws without inline styles', async () => {
    expect(await home({ pledged: 1, certified: 0 })).not.toMatch(/ style=/);
  });
});

describe('the about page', () => {
  it('carries the campaign’s contact, support statement and disclaimer in its own text', async () => {
    const main = (await shown(<AboutPage />)).split('<main')[1]?.split('</main>')[0];
    expect(main).toContain('mailto:campaign@example.org');
    expect(main).toContain('Supported by grant 7.');
    expect(main).toContain('Opinions are their authors’ own.');
  });

  it('links to each of its parts', async () => {
    const html = await shown(<AboutPage />);
    for (const id of ['contact', 'support', 'accessibility', 'privacy']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(`<section class="om-section" id="${id}">`);
    }
  });

  it('says that staff names are never public', async () => {
    expect(await shown(<AboutPage />)).toMatch(
      /never public<\/h3><ul><li>the names of officers and other staff/,
    );
  });
});
