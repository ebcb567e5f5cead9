import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { createMetrics } from '../http/metrics.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { receiveMail, type SmtpReceiver } from '../testing/smtp-receiver.ts';
import { createTestApp } from '../testing/test-app.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { postMail } from './mail.ts';
import { type MailDelivery, startMailDelivery } from './mail-delivery.ts';

let database: TestDatabase;
let receiver: SmtpReceiver;
const deliveries: MailDelivery[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  receiver = await receiveMail();
  await asOwner(database.ownerUrl, 'delete from mail_message');
});
afterEach(async () => {
  for (let delivery = deliveries.pop(); delivery; delivery = deliveries.pop()) await delivery.stop();
  await receiver.close();
});

const captured = capturedLog();
const metrics = createMetrics({ processFigures: false });

function deliver(): MailDelivery {
  const delivery = startMailDelivery({
    db: database.databases.app,
    smtpUrl: receiver.url,
    from: 'One Mind <no-reply@onemind.test>',
    host: 'onemind.test',
    log: captured.log,
    metrics,
  });
  deliveries.push(delivery);
  return delivery;
}

function post(subject: string, to = 'dana.quillfeather@agency.test'): Promise<void> {
  return actingAs(database.databases.app, { as: 'system' }, (tx) =>
    postMail(tx, {
      kind: 'sign-in',
      to,
      subject,
      text: `Your link for ${subject}: https://onemind.test/sign-in/link/x`,
    }),
  );
}

interface Row {
  readonly subject: string;
  readonly is_sent: boolean;
  readonly body_text: string | null;
  readonly attempts: number;
  readonly minutes: number;
}

const rows = () =>
  asOwner<Row>(
    database.ownerUrl,
    `select subject, sent_at is not null as is_sent, body_text, attempts,
       round(extract(epoch from least(next_attempt_at, now() + interval '1 year') - now()) / 60)::int as minutes from mail_message order by subject`,
  );

const makeDue = () =>
  asOwner(database.ownerUrl, 'update mail_message set next_attempt_at = now() where sent_at is null');

describe('mail', () => {
  it('to a fictional address never leaves, and its words stay to be read', async () => {
    await post('demonstration', 'sergeant@elmfork.example');
    await post('real');
    deliver();
    await expect.poll(() => receiver.received.length).toBe(1);
    const [kept, left] = await rows();
    expect(kept).toMatchObject({ subject: 'demonstration', is_sent: false, attempts: 0 });
    expect(kept?.body_text).toContain('https://onemind.test/sign-in/link/x');
    expect(left).toMatchObject({ subject: 'real', is_sent: true });
    expect(receiver.received.join()).not.toContain('elmfork.example');
  });

  it('leaves once each, with two deliverers at work, and its words are erased', async () => {
    const subjects = Array.from({ length: 20 }, (_, n) => `message ${n}`);
    for (const subject of subjects) await post(subject);
    deliver();
    deliver();
    await expect.poll(async () => (await rows()).every((row) => row.is_sent)).toBe(true);
    expect(receiver.received.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]).sort()).toEqual(
      subjects.sort(),
    );
    expect((await rows()).map((row) => row.body_text)).toEqual(subjects.map(() => null));
    expect(receiver.received[0]).toMatch(/^To: dana\.quillfeather@agency\.test$/m);
    expect(receiver.received[0]).toMatch(/^Message-ID: <[0-9a-f-]{36}@onemind\.test>$/m);
  });

  it('with line ends in its subject still has one recipient and no header but its own', async () => {
    await post('Elm Fork\r\nBcc: everybody@agency.test\r\n\r\nHello <b>there</b>');
    deliver();
    await expect.poll(() => receiver.received.length).toBe(1);
    const [head = ''] = (receiver.received[0] ?? '').split(/\r?\n\r?\n/);
    expect(head).not.toMatch(/^Bcc:/m);
    expect(head).toMatch(/^To: dana\.quillfeather@agency\.test$/m);
    expect(head).toMatch(/^Content-Type: text\/plain/m);
  });

  it('takes its file along, which is erased with the words', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    const attachment = { name: 'meeting.ics', type: 'text/calendar; charset=utf-8; method=CANCEL', text };
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      postMail(tx, { kind: 'note', to: 'a@agency.test', subject: 'Meeting', text: 'Hello', attachment }),
    );
    deliver();
    await expect.poll(() => receiver.received.length).toBe(1);
    const [mail = ''] = receiver.received;
    expect(mail).toMatch(/^Content-Type: text\/calendar;[\s\S]*?method=CANCEL/m);
    expect(mail).toMatch(/^Content-Disposition: attachment; filename=meeting\.ics$/m);
    const [encoded = ''] = /BEGIN:VCALENDAR[\s\S]*END:VCALENDAR|QkVHSU46VkNBTEVOREFS[^-]*/.exec(mail) ?? [];
    const plain = encoded.startsWith('BEGIN') ? encoded : Buffer.from(encoded, 'base64').toString();
    expect(plain).toContain('METHOD:CANCEL');
    await expect.poll(rows).toMatchObject([{ is_sent: true, body_text: null }]);
    const kept = await asOwner(database.ownerUrl, 'select 1 from mail_message where attachment is not null');
    expect(kept).toEqual([]);
  });

  it('leaves as soon as it is posted', async () => {
    const delivery = deliver();
    await post('first');
    delivery.wake();
    await expect.poll(() => receiver.received.length).toBe(1);
    await post('second');
    delivery.wake();
    await expect.poll(() => receiver.received.length, { timeout: 3_000 }).toBe(2);
  });

  it('is tried again after growing pauses when the server refuses it', async () => {
    receiver.refusals.push('451 try later dana.quillfeather@agency.test', '451 try later');
    await post('refused');
    const delivery = deliver();
    await expect.poll(rows).toMatchObject([{ attempts: 1, minutes: 1, is_sent: false }]);
    await makeDue();
    delivery.wake();
    await expect.poll(rows).toMatchObject([{ attempts: 2, minutes: 2, is_sent: false }]);
    await makeDue();
    delivery.wake();
    await expect.poll(rows).toMatchObject([{ is_sent: true, body_text: null }]);
    expect(receiver.received).toHaveLength(1);
    expect(captured.text()).toContain('"answered":451');
    expect(captured.text()).not.toContain('quillfeather');
  });

  it('is given up after twelve tries, and its words are erased then too', async () => {
    await post('hopeless');
    await asOwner(database.ownerUrl, 'update mail_message set attempts = 11');
    receiver.refusals.push('550 no such user');
    const delivery = deliver();
    await expect.poll(rows).toMatchObject([{ attempts: 12, body_text: null, is_sent: false }]);
    await makeDue();
    delivery.wake();
    await delivery.stop();
    expect(receiver.received).toEqual([]);
  });

  it('is tried by another when its deliverer dies on the way', async () => {
    await post('orphan');
    await asOwner(
      database.ownerUrl,
      "update mail_message set attempts = 1, next_attempt_at = now() + interval '5 minutes'",
    );
    const delivery = deliver();
    await delivery.stop();
    expect(receiver.received).toEqual([]);
    await makeDue();
    deliver();
    await expect.poll(() => receiver.received.length).toBe(1);
  });

  it('never leaves when the act that caused it fails', async () => {
    const failing = actingAs(database.databases.app, { as: 'system' }, async (tx) => {
      await postMail(tx, { kind: 'sign-in', to: 'a@b.test', subject: 'never', text: 'never' });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await rows()).toEqual([]);
  });
});

describe('the outbox', () => {
  it('shows 25 messages a page, the newest first, and the mail of one recipient alone', async () => {
    const app = await createTestApp({ environment: { NODE_ENV: 'development' } });
    try {
      const post = (to: string, subject: string) =>
        actingAs(app.databases.app, { as: 'system' }, (tx) =>
          postMail(tx, { kind: 'note', to, subject, text: 'Hello' }),
        );
      await post('rare_one@agency.test', 'First');
      for (let count = 1; count <= 26; count += 1) await post('often@agency.test', `Letter ${count}`);
      const subjects = async (query: string) => {
        const page = await (await app.get(`/dev/outbox${query}`)).text();
        return [...page.matchAll(/om-mail__subject">(.*?)</g)].map(([, subject]) => subject);
      };
      const newest = await subjects('');
      expect([newest.length, newest[0]]).toEqual([25, 'Letter 26']);
      expect(await subjects('?page=2')).toEqual(['Letter 1', 'First']);
      expect(await subjects('?recipient=RARE_one')).toEqual(['First']);
      expect(await subjects('?recipient=rare%25one')).toEqual([]);
      expect(await subjects('?recipient=often&page=2')).toEqual(['Letter 1']);
    } finally {
      await app.close();
    }
  });

  it('is there in development and absent in production', async () => {
    const development = await createTestApp({ environment: { NODE_ENV: 'development' } });
    const production = await createTestApp({
      environment: { NODE_ENV: 'production', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    });
    try {
      for (const app of [development, production])
        await app.post('/sign-in', { email: 'someone@agency.test' });
      const shown = await development.get('/dev/outbox');
      expect(shown.status).toBe(200);
      expect(await shown.text()).toMatch(/href="\/sign-in\/link\/[^"]+"/);
      expect((await production.get('/dev/outbox')).status).toBe(404);
    } finally {
      await development.close();
      await production.close();
    }
  });
});
