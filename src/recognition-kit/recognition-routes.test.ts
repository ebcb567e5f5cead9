import sharpInfo from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceMeasure, answerAnnouncement, carryOutMeasure } from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { linesOf } from './social-picture.ts';

let app: TestApp;
let first: KnownPerson;
let second: KnownPerson;
let made: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'administrator');
  made = await anAgency(app.databases, { facts: { name: 'Bayou & Pine <Parish> Sheriff “Nº 5”' } });
});
afterAll(() => app.close());

async function take(
  measure: 'suspend' | 'revoke',
  number: Awaited<ReturnType<typeof aCertificate>>,
  made: AgencyForTests,
): Promise<void> {
  const as = (person: KnownPerson) => ({
    acting: { as: 'campaign', person: person.id } as const,
    act: { person: person.id, now: new Date(), siteUrl: 'http://onemind.test', campaign: 'The campaign' },
  });
  const told = { measure, grounds: 'None.', daysToAnswer: 30 } as const;
  const one = as(first);
  await actingAs(app.databases.app, one.acting, (tx) => announceMeasure(tx, one.act, number, told));
  await made.as((tx) => answerAnnouncement(tx, made.act(), number, 'We accept.'));
  const other = as(second);
  await actingAs(app.databases.app, other.acting, (tx) => carryOutMeasure(tx, other.act, number, 'So.'));
}

describe('what other websites show', () => {
  it('follows the standing from pledge to certificate to revocation, also for who kept the picture', async () => {
    const badge = `/badge/${made.agency.slug}.svg`;
    const pledged = await app.get(badge);
    expect(pledged.headers.get('content-type')).toBe('image/svg+xml');
    expect(pledged.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const drawn = await pledged.text();
    expect(drawn).toContain('Pledged');
    expect(drawn).not.toContain('<Parish>');

    const number = await aCertificate(app.databases, made, first);
    const certified = await app.get(badge);
    expect(await certified.text()).toContain('Certified ');
    const etag = certified.headers.get('etag') ?? '';
    const again = () =>
      app.app.request(`http://onemind.test${badge}`, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    const card = await app.get(`/card/${made.agency.slug}`);
    expect(card.headers.get('x-frame-options')).toBeNull();
    expect(card.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(await card.text()).toContain(number);

    await take('revoke', number, made);
    const revoked = await again();
    expect(revoked.status).toBe(200);
    expect(await revoked.text()).toContain('No longer certified');
    expect(await (await app.get(`/card/${made.agency.slug}`)).text()).toContain('No longer certified');
  });

  it('is nothing for an agency that is not listed', async () => {
    for (const path of ['/badge/nobody.svg', '/card/nobody', '/agencies/nobody/social.png'])
      expect((await app.get(path)).status).toBe(404);
  });

  it('keeps every other page closed to frames', async () => {
    const page = await app.get('/agencies');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('draws the picture for shared links at the size they ask for', async () => {
    const answer = await app.get(`/agencies/${made.agency.slug}/social.png`);
    const picture = Buffer.from(await answer.arrayBuffer());
    const { width, height, format } = await sharpInfo(picture).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    const page = await (await app.get(`/agencies/${made.agency.slug}`)).text();
    expect(page).toContain(
      `property="og:image" content="http://onemind.test/agencies/${made.agency.slug}/social.png"`,
    );
  });
});

describe('the kit of a certified agency', () => {
  it('has a press release with its figures, and lines to copy', async () => {
    const agency = await anAgency(app.databases);
    const number = await aCertificate(app.databases, agency, first);
    const session = await app.signIn(agency.coordinator.email);
    const kit = await app.get(`/workspace/${agency.agency.slug}/certification/kit`, session);
    expect(kit.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(await kit.text()).toContain(`http://onemind.test/badge/${agency.agency.slug}.svg`);
    const release = await app.get(
      `/workspace/${agency.agency.slug}/certification/press-release.docx`,
      session,
    );
    const { extractRawText } = (await import('mammoth')).default;
    const { value } = await extractRawText({ buffer: Buffer.from(await release.arrayBuffer()) });
    expect(value).toContain(number);
    expect(value).toContain('40 of 40 sworn officers');
    expect(value).toContain('[name of your mental health partner]');
  });

  it('says that it comes with the certificate before there is one', async () => {
    const agency = await anAgency(app.databases);
    const session = await app.signIn(agency.coordinator.email);
    const kit = await app.get(`/workspace/${agency.agency.slug}/certification/kit`, session);
    expect(await kit.text()).toContain('The kit is for certified agencies');
    const release = `/workspace/${agency.agency.slug}/certification/press-release.docx`;
    expect((await app.get(release, session)).status).toBe(404);
  });
});

describe('an agency whose certificate does not count', () => {
  const read = async (path: string, session: string) => {
    const answer = await app.get(path, session);
    return { status: answer.status, text: await answer.text() };
  };
  const recognition = (number: string) => [
    'certification/kit',
    'certification/press-release.docx',
    `review/certificates/${number}/letter.pdf`,
  ];
  const certificates = (number: string) => [
    `review/certificates/${number}/certificate.pdf`,
    `review/certificates/${number}/certificate-wall.pdf`,
  ];

  it.each([
    ['suspend', 403, 'While your certificate is suspended', 'Write to it and say'],
    ['revoke', 410, 'Your certificate does not count any more', 'Go to the review'],
  ] as const)(
    'is told after a %s why nothing is handed out, and what to do',
    async (measure, status, why, what) => {
      const agency = await anAgency(app.databases);
      const number = await aCertificate(app.databases, agency, first);
      await take(measure, number, agency);
      const session = await app.signIn(agency.coordinator.email);
      const base = `/workspace/${agency.agency.slug}`;
      for (const path of [...recognition(number), ...certificates(number)]) {
        const page = await read(`${base}/${path}`, session);
        expect([path, page.status]).toEqual([path, status]);
        expect(page.text).toContain(why);
        expect(page.text).toContain(what);
        expect(page.text).not.toContain(`/credentials/${number}`);
      }
      for (const path of ['certification', 'review']) {
        const page = await read(`${base}/${path}`, session);
        expect(page.status).toBe(200);
        expect(page.text).not.toContain('One Mind Certified');
        for (const offered of [...recognition(number), ...certificates(number)])
          expect(page.text).not.toContain(`href="${base}/${offered}"`);
      }
    },
  );

  it('still gets the certificate of a term that is over, which says its last day, and nothing else', async () => {
    const agency = await anAgency(app.databases);
    const now = new Date(Date.now() - (3 * 365 + 5) * 86_400_000);
    const number = await aCertificate(app.databases, agency, first, { years: 3, now });
    const session = await app.signIn(agency.coordinator.email);
    const base = `/workspace/${agency.agency.slug}`;
    for (const path of recognition(number)) {
      const page = await read(`${base}/${path}`, session);
      expect([path, page.status]).toEqual([path, 410]);
      expect(page.text).toContain('The term of your certificate has ended');
    }
    for (const path of certificates(number)) {
      const answer = await app.get(`${base}/${path}`, session);
      expect(answer.status).toBe(200);
      const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
      expect(text).toContain('Valid until');
    }
    const page = await read(`${base}/certification`, session);
    expect(page.text).toContain('How to be certified again');
    expect(page.text).toContain(certificates(number)[0]);
    expect(page.text).not.toContain('letter.pdf');
    expect(page.text).not.toContain('certification/kit');
  });
});

it.each([
  ['Elm Fork Police Department', ['Elm Fork Police Department']],
  ['Saint Bernard Parish Sheriff’s Office Louisiana', ['Saint Bernard Parish', 'Sheriff’s Office Louisiana']],
  ['北京市公安局朝阳分局治安管理支队', ['北京市公安局朝阳分局治安管', '理支队']],
])('%s is broken into %o', (name, lines) => {
  expect(linesOf(name, 26)).toEqual(lines);
});
