import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import { type AgencyForTests, anAgency } from './an-agency.ts';
import { someStaff } from './asked-staff.ts';
import type { TestApp } from './test-app.ts';
import { asOwner } from './test-database.ts';

type Mail = Awaited<ReturnType<TestApp['outbox']>>[number];

/** An agency whose coordinator sends links to acknowledge the policy, and what came of it. */
export interface AcknowledgmentDesk {
  readonly agency: AgencyForTests;
  /** The coordinator's cookie. */
  readonly coordinator: string;
  /** The address of the agency's acknowledgments. */
  readonly base: string;
  /** Somebody on the roster with an address of their own: Dana Birch without more. */
  mailable(family?: string, facts?: Partial<StaffFactSheet>): Promise<StaffId>;
  /** Sends links, to everyone not asked yet unless said otherwise, and waits until they are written. */
  send(fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Waits until the newest sending, or the daily look, has ended. */
  settled(): Promise<void>;
  mailsTo(staff: StaffId): Promise<readonly Mail[]>;
  /** The newest first. */
  linksOf(staff: StaffId): Promise<readonly string[]>;
  linkOf(staff: StaffId): Promise<string>;
  /** What stands in the books. */
  acknowledged(): Promise<readonly object[]>;
}

let mailbox = 0;

export async function anAcknowledgmentDesk(app: TestApp): Promise<AcknowledgmentDesk> {
  const agency = await anAgency(app.databases);
  const coordinator = await app.signIn(agency.coordinator.email);
  const base = `/workspace/${agency.agency.slug}/policy/acknowledgments`;
  const settled = () => workEnded(app, agency);
  const mailsTo = (staff: StaffId) => acknowledgmentMails(app, staff);
  const linksOf = async (staff: StaffId) =>
    (await mailsTo(staff)).flatMap(({ text }) => text?.match(/\/acknowledge\/[\w-]+/)?.[0] ?? []);
  return {
    agency,
    coordinator,
    base,
    settled,
    mailsTo,
    linksOf,
    mailable: (family = 'Birch', facts = {}) =>
      someStaff(agency, family, { email: `${family.toLowerCase()}${++mailbox}@agency.test`, ...facts }),
    async send(fields = { audience: 'not-asked' }) {
      const answer = await app.post(`${base}/mail`, fields, coordinator);
      await settled();
      return answer;
    },
    async linkOf(staff) {
      const [link] = await linksOf(staff);
      if (!link) throw new Error('No link was mailed.');
      return link;
    },
    acknowledged: () =>
      asOwner(
        app.ownerUrl,
        'select how, typed_name, acknowledged_on::text as on from policy_acknowledgment where agency_id = $1',
        [agency.agency.id],
      ),
  };
}

async function workEnded(app: TestApp, { agency }: AgencyForTests): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await asOwner<{ live: number }>(
      app.ownerUrl,
      'select count(*)::int as live from job where agency_id = $1 and ended_at is null',
      [agency.id],
    );
    if (row?.live === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The work did not end.');
}

async function acknowledgmentMails(app: TestApp, staff: StaffId): Promise<readonly Mail[]> {
  const [row] = await asOwner<{ email: string }>(
    app.ownerUrl,
    'select email from staff_member where id = $1',
    [staff],
  );
  const mails = await app.outbox();
  return mails.filter(({ recipient, kind }) => recipient === row?.email && kind === 'policy-acknowledgment');
}
