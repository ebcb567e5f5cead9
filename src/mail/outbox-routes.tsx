import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { pageOutbox } from './mail-store.ts';
import { OutboxPage } from './outbox-page.tsx';
import { readOutboxQuery } from './outbox-query.ts';

/** Development's mail reader. The app mounts it outside production only, since it shows everybody's sign-in links. */
export function outboxRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/dev/outbox', anyone, async (c) => {
    const query = readOutboxQuery((name) => c.req.query(name));
    const found = await actingAs(c.var.deps.db.app, { as: 'system' }, (tx) => pageOutbox(tx, query));
    const href = `${c.req.path}${new URL(c.req.url).search}`;
    const { siteUrl, smtpUrl } = c.var.deps.config;
    return c.render(
      <OutboxPage
        {...found}
        query={query}
        href={href}
        siteUrl={siteUrl}
        hasMailServer={smtpUrl !== undefined}
      />,
    );
  });
}
