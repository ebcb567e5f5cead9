import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { Page } from './page.tsx';
import { type PageFrame, PageFrameProvider, pageFrames } from './page-frame.tsx';

const site = {
  campaignName: 'One Mind Campaign',
  contactEmail: 'campaign@example.org',
  supportStatement: 'Supported by a grant.',
  disclaimer: 'Opinions are their authors’ own.',
  development: false,
};

function frameFor(name: string | undefined, path = '/'): PageFrame {
  const places = [{ label: 'Cedar Falls Police', href: '/workspace/cedar-falls' }];
  return { site, path, viewer: name ? { name, email: `${name}@example.org`, places } : undefined };
}

async function rendered(frame: PageFrame): Promise<string> {
  const page = (
    <PageFrameProvider frame={frame}>
      <Page title="Agencies" breadcrumbs={[{ label: 'Home', href: '/' }]}>
        <h1>Agencies</h1>
      </Page>
    </PageFrameProvider>
  );
  return String(await page);
}

describe('a page', () => {
  it('is a whole document in English with a title, a skip link and one main part', async () => {
    const html = await rendered(frameFor(undefined));
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en"><head>/);
    expect(html).toContain('<title>Agencies | One Mind</title>');
    expect(html).toContain('<a class="usa-skipnav" href="#main">');
    expect(html.match(/<main id="main"/g)).toHaveLength(1);
    expect(html.indexOf('stylesheet')).toBeLessThan(html.indexOf('</head>'));
  });

  it('holds no inline script, style or event handler, which the content-security policy forbids', async () => {
    const html = await rendered(frameFor('dana'));
    expect(html).not.toMatch(/ style=|<style| on[a-z]+=|<script(?![^>]* src=)/);
  });

  it('carries the contact, the support statement and the disclaimer', async () => {
    const html = await rendered(frameFor(undefined));
    expect(html).toContain('href="mailto:campaign@example.org"');
    expect(html).toContain('Supported by a grant.');
    expect(html).toContain('Opinions are their authors’ own.');
  });

  it('offers to sign in to a stranger, and to sign out to a person with places', async () => {
    expect(await rendered(frameFor(undefined))).toContain('href="/sign-in"');
    const html = await rendered(frameFor('dana'));
    expect(html).toContain('href="/workspace/cedar-falls"');
    expect(html).toMatch(/<form[^>]* method="post" action="\/sign-out">/);
    expect(html).not.toContain('href="/sign-in"');
  });

  it('marks the reader’s place, on the page itself and beneath it', async () => {
    expect(await rendered(frameFor(undefined, '/agencies'))).toMatch(/href="\/agencies" aria-current="page"/);
    expect(await rendered(frameFor(undefined, '/agencies/x'))).toMatch(
      /href="\/agencies" aria-current="true"/,
    );
  });

  it('cannot be rendered without a frame', () => {
    expect(() => (<Page title="Lost">nothing</Page>).toString()).toThrow(/without its frame/);
  });
});

describe('page frames', () => {
  async function Slow({ waits }: { waits: number }) {
    await pause(waits);
    return <Page title="Slow">After {String(waits)}</Page>;
  }

  it('keep to their own request when pages wait and finish in another order', async () => {
    const app = new Hono();
    app.use(
      pageFrames(async (c) => {
        await pause(Number(c.req.query('waits')) % 7);
        return frameFor(c.req.query('name'), c.req.path);
      }),
    );
    app.get('/slow', (c) => c.render(<Slow waits={Number(c.req.query('waits'))} />));
    const people = Array.from({ length: 40 }, (_, place) => ({
      name: `person-${place}`,
      waits: (place * 13) % 30,
    }));
    const pages = await Promise.all(
      people.map(async ({ name, waits }) => {
        const answer = await app.request(`/slow?name=${name}&waits=${waits}`);
        return answer.text();
      }),
    );
    for (const [place, html] of pages.entries()) {
      const names = new Set(html.match(/person-\d+/g));
      expect([...names]).toEqual([`person-${place}`]);
    }
  });

  it('let a route set the status of its page', async () => {
    const app = new Hono();
    app.use(pageFrames(() => frameFor(undefined)));
    app.get('/', (c) => {
      c.status(422);
      return c.render(<Page title="Refused">x</Page>);
    });
    const answer = await app.request('/');
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});
