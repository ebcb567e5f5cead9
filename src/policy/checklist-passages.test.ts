import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { policyElements } from '../campaign-rules/policy-element.ts';
import { aPolicy, fullChecklist } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { pagedPdf } from '../testing/policy-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { adoptPolicy } from './adoption-actions.ts';
import { policyDesk, saveChecklist } from './policy-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const order = pagedPdf([
  ['I. PURPOSE', '', 'The goal of this order is a safe end through de-escalation.'],
  [
    'II. TRANSPORT',
    '',
    'Officers transport the person to the receiving facility by ambulance.',
    '',
    'III. RECORDS',
    '',
    'Write a report on each contact, whatever its outcome, before the end of the shift.',
  ],
]);

interface Draft {
  readonly agency: AgencyForTests;
  readonly base: string;
  readonly cookie: string;
}

async function uploaded(content: Buffer): Promise<Draft> {
  return uploadedBy(await seat(), content, 'policy.pdf');
}

/** A new document beside a policy in force whose checklist is answered. */
async function beside(content: Buffer): Promise<Draft> {
  const draft = await seat();
  await aPolicy(draft.agency);
  return uploadedBy(draft, content, 'next.pdf');
}

async function seat(): Promise<Draft> {
  const agency = await anAgency(app.databases);
  const base = `/workspace/${agency.agency.slug}/policy`;
  return { agency, base, cookie: await app.signIn(agency.coordinator.email) };
}

async function uploadedBy({ agency, base, cookie }: Draft, content: Buffer, name: string): Promise<Draft> {
  const form = new FormData();
  form.append('title', 'Crisis Response');
  form.append('effectiveOn', '3/1/2024');
  form.append('document', new Blob([new Uint8Array(content)]), name);
  const answer = await app.post(`${base}/new`, form, cookie);
  expect(answer.status).toBe(303);
  return { agency, base, cookie };
}

/** The checklist once the document is read: on a busy machine that takes longer than the page waits for it. */
async function list({ base, cookie }: Draft): Promise<string> {
  return vi.waitFor(
    async () => {
      const page = await (await app.get(`${base}/draft/checklist`, cookie)).text();
      if (page.includes('The document is being read.')) throw new Error('It is read still.');
      return page;
    },
    { timeout: 40_000, interval: 200 },
  );
}
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
const buttonIn = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
const press = ({ base, cookie }: Draft, fields: Record<string, string>) =>
  app.post(`${base}/draft/checklist/passages`, fields, cookie);

describe('the passages of an uploaded policy', { timeout: 60_000 }, () => {
  it('are none while the outline is as it was downloaded', async () => {
    const draft = await seat();
    const outline = await app.get(`${draft.base}/outline.docx`, draft.cookie);
    const file = Buffer.from(await outline.arrayBuffer());
    const page = await list(await uploadedBy(draft, file, 'outline.docx'));
    expect(page).toContain('The program read the document');
    expect(page).toContain('The program found no passage by its words');
    expect(page).not.toContain('Use this passage');
  });

  it('are proposed with page, quotation and reason, and count for nothing', async () => {
    const page = await list(await uploaded(order));
    expect(page).toContain('The program read the 2 pages of the document');
    expect(page).toContain('page 2, II. TRANSPORT');
    expect(page).toContain('Officers transport the person to the receiving facility by ambulance.');
    expect(page).toContain('under the heading “II. TRANSPORT”');
    expect(page).toContain(`0 of ${policyElements.length} elements settled`);
    expect(page).toContain('That does not mean that the policy lacks one');
  });

  it('fill the reference with one click, keep what else was typed, and leave the answer open', async () => {
    const draft = await uploaded(order);
    const page = await list(draft);
    const use = /name="use" value="(custody-and-transport:\d+)"/.exec(page)?.[1] ?? '';
    const answer = await press(draft, {
      revision: revisionIn(page),
      use,
      'purpose.status': 'covered',
      'purpose.reference': 'page 1',
    });
    expect(answer.headers.get('location')).toContain('#element-custody-and-transport');
    const after = await list(draft);
    expect(after).toContain('value="page 2, II. TRANSPORT"');
    expect(after).toContain('Passages you use');
    expect(after).toContain(`1 of ${policyElements.length} elements settled`);

    const back = await press(draft, { revision: revisionIn(after), takeBack: buttonIn(after, 'takeBack') });
    expect(back.status).toBe(303);
    const last = await list(draft);
    expect(last).not.toContain('Passages you use');
    expect(last).not.toContain('value="page 2, II. TRANSPORT"');
  });

  it('of a new version settle the one element they are used for, in place of where the old document had it', async () => {
    const draft = await beside(order);
    const page = await list(draft);
    expect(page).toContain(`0 of ${policyElements.length} elements settled`);
    const use = /name="use" value="(custody-and-transport:\d+)"/.exec(page)?.[1] ?? '';
    // Everything else is sent as the page shows it: what was answered about the old document.
    const shown = policyElements.flatMap(({ code }, place) => [
      [`${code}.status`, 'covered'],
      [`${code}.reference`, `page ${place + 1}`],
    ]);
    await press(draft, { ...Object.fromEntries(shown), revision: revisionIn(page), use });
    const after = await list(draft);
    expect(after).toContain(`1 of ${policyElements.length} elements settled`);
    expect(after).toContain('value="page 2, II. TRANSPORT"');
    expect(after).toContain('value="page 1"');
    await press(draft, {
      ...Object.fromEntries(shown),
      revision: revisionIn(after),
      takeBack: buttonIn(after, 'takeBack'),
    });
    expect(await list(draft)).toContain(`${policyElements.length - 1} answers are about an earlier document`);
  });

  it('are not taken on a page that somebody else has changed: both values are shown', async () => {
    const draft = await uploaded(order);
    const page = await list(draft);
    const save = (reference: string) =>
      app.post(
        `${draft.base}/draft/checklist`,
        { revision: revisionIn(page), 'purpose.status': 'covered', 'purpose.reference': reference },
        draft.cookie,
      );
    expect((await save('theirs')).status).toBe(303);
    const second = await save('mine');
    expect(second.status).toBe(422);
    const shown = await second.text();
    expect(shown).toContain('Purpose and goal: Page or section');
    expect(shown).toMatch(/You wrote:<\/span> <span[^>]*>mine<.*It says now:<\/span> <span[^>]*>theirs</s);
    expect(shown).toContain('value="mine"');
    const stale = await press(draft, {
      revision: revisionIn(page),
      use: buttonIn(page, 'use'),
      'purpose.status': 'partly',
      'purpose.reference': 'mine',
    });
    expect(stale.status).toBe(422);
  });

  it('a made-up passage is not taken', async () => {
    const draft = await uploaded(order);
    const page = await list(draft);
    const answer = await press(draft, { revision: revisionIn(page), use: 'training:0' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This passage is no longer in the document');
  });

  it('go when another document takes the place of the one they quote', async () => {
    const draft = await uploaded(order);
    const page = await list(draft);
    await press(draft, { revision: revisionIn(page), use: buttonIn(page, 'use') });
    const details = await (await app.get(`${draft.base}/draft/details`, draft.cookie)).text();
    const form = new FormData();
    form.append('revision', revisionIn(details));
    form.append('title', 'Crisis Response');
    form.append('document', new Blob([new Uint8Array(pagedPdf([['Another text.']]))]), 'two.pdf');
    await app.post(`${draft.base}/draft/details`, form, draft.cookie);
    expect(await list(draft)).not.toContain('Passages you use');
  });

  it('stand in where two versions are compared and nobody took any, and are told as proposed', async () => {
    const draft = await uploaded(order);
    const first = await list(draft);
    const { agency } = draft;
    const saved = { revision: Number(revisionIn(first)), answers: fullChecklist() };
    await agency.as((tx) => saveChecklist(tx, agency.act(), saved));
    const given = {
      revision: saved.revision + 1,
      name: agency.executive.name,
      on: '2024-02-01' as CalendarDate,
    };
    await agency.as((tx) => adoptPolicy(tx, agency.act(agency.executive), given), agency.executive);
    const moved = [['II. TRANSPORT', '', 'Officers transport the person to the receiving facility by van.']];
    await list(await uploadedBy(draft, pagedPdf(moved), 'next.pdf'));
    const { draft: next } = await agency.as((tx) => policyDesk(tx, agency.agency.id));
    const page = await (await app.get(`${draft.base}/versions/${next?.id}/changes`, draft.cookie)).text();
    expect(page).toContain('Of this version: proposed passage, not accepted by anybody.');
    expect(page).toMatch(/receiving facility by <del>.*ambulance.*<\/del> <ins>.*van.*<\/ins>/);
    expect(page).toContain('Not compared: no passage taken or found in this version.');
  });

  it('a scan has none, and the page says so', async () => {
    expect(await list(await uploaded(pagedPdf([[]])))).toContain('This document is a scan');
  });
});

it('a policy with a script inside is turned away with what to do', async () => {
  const agency = await anAgency(app.databases);
  const cookie = await app.signIn(agency.coordinator.email);
  const form = new FormData();
  form.append('title', 'Crisis Response');
  const script = '%PDF-1.7\n1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >> endobj';
  form.append('document', new Blob([script]), 'policy.pdf');
  const answer = await app.post(`/workspace/${agency.agency.slug}/policy/new`, form, cookie);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Print it to a new PDF and choose it again');
  const { versions } = await agency.as((tx) => policyDesk(tx, agency.agency.id));
  expect(versions).toEqual([]);
});
