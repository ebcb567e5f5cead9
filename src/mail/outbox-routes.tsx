import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { listOutbox } from './mail-store.ts';
import { OutboxPage } from './outbox-page.tsx';

/** Development's mail reader. The app mounts it outside production only, since it shows everybody's sign-in links. */
export function outboxRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/dev/outbox', anyone, async (c) => {
    const messages = await actingAs(c.var.deps.db.app, { as: 'system' }, (tx) => listOutbox(tx, 100));
    const { siteUrl, smtpUrl } = c.var.deps.config;
    return c.render(
      <OutboxPage messages={messages} siteUrl={siteUrl} hasMailServer={smtpUrl !== undefined} />,
    );
  });
}
