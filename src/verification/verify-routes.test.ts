import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateNumber } from '../certification/certificate.ts';
import { certificateFacts } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  giveBackCertificate,
  reinstateCertificate,
} from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import { signedCertificate } from '../documents/signed-documents.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let first: KnownPerson;
let made: AgencyForTests;
let number: CertificateNumber;
let pdf: Uint8Array;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  made = await anAgency(app.databases);
  number = await aCertificate(app.databases, made, first);
  pdf = await signedPdf();
});
afterAll(() => app.close());

async function signedPdf(): Promise<Uint8Array> {
  const certificate = await actingAs(app.databases.app, { as: 'public' }, (tx) =>
    findCertificate(tx, number),
  );
  if (!certificate) throw new Error('There is a certificate.');
  return signedCertificate(app.deps, certificateFacts(certificate, app.deps.config.siteUrl));
}

function asCampaign({ id }: KnownPerson) {
  const act = { person: id, now: new Date(), siteUrl: app.deps.config.siteUrl, campaign: 'The campaign' };
  return { act, acting: { as: 'campaign', person: id } as const };
}

async function suspend(): Promise<void> {
  const announcing = asCampaign(first);
  const told = { measure: 'suspend', grounds: 'None.', daysToAnswer: 30 } as const;
  await actingAs(app.databases.app, announcing.acting, (tx) =>
    announceMeasure(tx, announcing.act, number, told),
  );
  await made.as((tx) => answerAnnouncement(tx, made.act(), number, 'We see.'));
  const deciding = asCampaign(await aCampaignMember(app.databases, 'administrator'));
  await actingAs(app.databases.app, deciding.acting, (tx) =>
    carryOutMeasure(tx, deciding.act, number, 'For a time.'),
  );
}

const show = async (content: Uint8Array | string, name = 'file.pdf') => {
  const form = new FormData();
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  form.append('file', new File([part], name));
  const answer = await app.post('/verify', form);
  return { status: answer.status, text: await answer.text() };
};
const given = async (path: string) => new Uint8Array(await (await app.get(path)).arrayBuffer());

describe('showing a file', () => {
  it('says of each form that it is real and valid, and of each with a byte turned that it is altered', async () => {
    const forms = [
      ['PDF', pdf, Math.floor(pdf.length / 2)],
      ['badge (PNG)', await given(`/credentials/${number}.png`), 400],
      ['badge (SVG)', await given(`/credentials/${number}.svg`), 900],
      ['credential (JSON)', await given(`/credentials/${number}.json`), 900],
      ['credential (JWT)', await given(`/credentials/${number}.jwt`), 900],
    ] as const;
    for (const [name, bytes, at] of forms) {
      const shown = await show(bytes);
      expect(shown.status, name).toBe(200);
      expect(shown.text, name).toContain('Real and valid');
      expect(shown.text, name).toContain(name);
      expect(shown.text, name).toContain(number);
      const turned = Uint8Array.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 1;
      const other = await show(turned);
      expect(other.status, name).toBe(200);
      expect(other.text, name).not.toContain('Real and valid');
    }
  });

  it('says that somebody else’s key is not ours, and what is no file of ours', async () => {
    const other = await createTestApp();
    try {
      const theirs = await anAgency(other.databases);
      const of = await aCertificate(
        other.databases,
        theirs,
        await aCampaignMember(other.databases, 'reviewer'),
      );
      const badge = new Uint8Array(await (await other.get(`/credentials/${of}.json`)).arrayBuffer());
      expect((await show(badge)).text).toMatch(/Not ours|Altered/);
    } finally {
      await other.close();
    }
    expect((await show('hello')).text).toContain('We cannot read this');
    expect((await show('%PDF-1.7\nnothing')).text).toContain('Not signed');
  });

  it.each([
    ['the badge that websites show', () => `/badge/${made.agency.slug}.svg`],
    ['the picture for social media', () => `/agencies/${made.agency.slug}/social.png`],
  ])('says of %s that it proves nothing by itself, and asks for the number', async (_, path) => {
    const { status, text } = await show(await given(path()));
    expect(status).toBe(200);
    expect(text).toContain('No credential in this picture');
    expect(text).toContain('shows today’s standing only on that site, and proves nothing by itself');
    expect(text).toContain('name="number"');
    expect(text).not.toContain('We cannot read this');
  });

  it('does not take a badge for a plain picture whose tag was turned', async () => {
    const badge = new TextDecoder().decode(await given(`/credentials/${number}.svg`));
    const turned = await show(badge.replaceAll('openbadges:credential', 'openbadgds:credential'));
    expect(turned.text).toContain('We cannot read this');
    expect(turned.text).toContain('The picture is damaged, cut off or was edited.');
    expect(turned.text).not.toContain('No credential in this picture');
  });

  it('says in words what is wrong with a credential that names a thing twice', async () => {
    const json = new TextDecoder().decode(await given(`/credentials/${number}.json`));
    expect((await show(json.replace('{', '{"id":"a","id":"b",'))).text).toContain(
      'The same name stands twice in its text',
    );
  });

  it('takes a credential that is pasted, and asks for one where nothing was sent', async () => {
    const text = new TextDecoder().decode(await given(`/credentials/${number}.jwt`));
    const pasted = new FormData();
    pasted.append('text', `\n ${text} \n`);
    expect(await (await app.post('/verify', pasted)).text()).toContain('Real and valid');
    const empty = await app.post('/verify', new FormData());
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Choose a file, or paste a credential');
  });

  it('refuses more than any file of ours in words', async () => {
    const answer = await show(new Uint8Array(18 * 1024 * 1024));
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('larger than anything we issue');
  });

  it('tells that a badge from before a suspension was replaced, and takes the new one', async () => {
    const before = await given(`/credentials/${number}.json`);
    await suspend();
    expect((await show(before)).text).toContain('Real, but suspended');
    const { act, acting } = asCampaign(first);
    await actingAs(app.databases.app, acting, (tx) => reinstateCertificate(tx, act, number, 'Settled.'));
    expect((await show(before)).text).toContain('Real, but replaced');
    expect((await show(await given(`/credentials/${number}.json`))).text).toContain('Real and valid');
    expect((await show(pdf)).text).toContain('Real and valid');
  });

  it('tells at once that a certificate was given back, of the PDF and of the credential', async () => {
    const json = await given(`/credentials/${number}.json`);
    await made.as(
      (tx) => giveBackCertificate(tx, made.act(made.executive), number, 'We merge.'),
      made.executive,
    );
    expect((await show(pdf)).text).toContain('Real, but given back');
    expect((await show(json)).text).toContain('Real, but given back');
  });
});
