import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import {
  ForbiddenPage,
  NotFoundPage,
  ServerErrorPage,
  TooManyRequestsPage,
  UnavailablePage,
  UnprocessablePage,
} from './error-pages.tsx';
import { PageFrameProvider } from './page-frame.tsx';

const site = {
  campaignName: 'One Mind Campaign',
  contactEmail: 'campaign@example.org',
  supportStatement: '',
  disclaimer: '',
  development: false,
};

async function shown(page: Child): Promise<string> {
  return String(
    await (<PageFrameProvider frame={{ site, path: '/x', viewer: undefined }}>{page}</PageFrameProvider>),
  );
}

describe.each([
  ['403', <ForbiddenPage requestId="req-7" />, 'You can’t open this page'],
  ['404', <NotFoundPage requestId="req-7" />, 'We can’t find this page'],
  ['422', <UnprocessablePage requestId="req-7" />, 'We could not use what you sent'],
  ['429', <TooManyRequestsPage requestId="req-7" />, 'Too many tries'],
  ['500', <ServerErrorPage requestId="req-7" />, 'Something went wrong on our side'],
  ['503', <UnavailablePage requestId="req-7" />, 'We will be back in a minute'],
])('the page for %s', (_, page, heading) => {
  it('says what happened, what to do, and the number to tell us', async () => {
    const html = await shown(page);
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html).toContain('<h2>What you can do</h2>');
    expect(html).toContain('<code>req-7</code>');
    expect(html).toContain('campaign@example.org');
    expect(html).toContain('href="/"');
  });
});

describe('error pages', () => {
  it('promise that nothing was saved while the database is away', async () => {
    const html = await shown(<UnavailablePage requestId="r" />);
    expect(html).toContain('Nothing you sent was saved.');
    expect(html).toContain('Try again in a minute.');
  });

  it('tell how long to wait', async () => {
    expect(await shown(<TooManyRequestsPage requestId="r" seconds={45} />)).toContain('Wait 45 seconds');
    expect(await shown(<TooManyRequestsPage requestId="r" seconds={600} />)).toContain('Wait 10 minutes');
  });

  it('tell somebody who is signed in to try another account, and nobody else', async () => {
    const other = 'sign out and sign in with the other one';
    expect(await shown(<NotFoundPage requestId="r" isSignedIn />)).toContain(other);
    expect(await shown(<NotFoundPage requestId="r" />)).not.toContain(other);
    expect(await shown(<ForbiddenPage requestId="r" />)).toContain(other);
  });

  it('say what was wrong with what was sent, when that is known', async () => {
    const sentence = 'The file is larger than 25 MB. Send a smaller one.';
    expect(await shown(<UnprocessablePage requestId="r" sentence={sentence} />)).toContain(sentence);
  });
});
