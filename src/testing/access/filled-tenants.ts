import { dayIn } from '../../calendar/calendar-date.ts';
import { proposeJointVersion } from '../../joint-agreement/joint-asking-actions.ts';
import { beginGroup, choosePartner, listAgencies } from '../../joint-agreement/joint-lead-actions.ts';
import { monthAfter, monthOf } from '../../monthly-outcome/month.ts';
import { enterMonth } from '../../monthly-outcome/outcome-actions.ts';
import { addOrganization } from '../../partner-organization/partner-organization-actions.ts';
import { addContact } from '../../partner-organization/profile-actions.ts';
import { shareDraft } from '../../policy/partner-review-actions.ts';
import type { PolicyId } from '../../policy/policy.ts';
import { beginPolicy } from '../../policy/policy-actions.ts';
import { answerComment, listComments, writeComment } from '../../policy/policy-comment-actions.ts';
import { aProposal } from '../a-joint-group.ts';
import { type AgencyForTests, anAgency } from '../an-agency.ts';
import type { TestApp } from '../test-app.ts';
import { asOwner } from '../test-database.ts';
import { type FilledPair, storedPaper, value } from './filled-pair.ts';

/** An agency with what it has beside its partnerships, each text and number with its own word. */
export interface FilledAgency extends AgencyForTests {
  readonly word: string;
  /** A count of calls that no other agency has, as a page writes it. */
  readonly calls: string;
  readonly policy: PolicyId;
  /** An organization that it proposed and nobody claimed. */
  readonly proposed: string;
}

export async function fillAgency(app: TestApp, word: string, calls: number): Promise<FilledAgency> {
  const agency = await anAgency(app.databases, { facts: { name: `${word} Police Department` } });
  const document = await storedPaper(app.deps.files, `${word} policy paper`);
  const details = { title: `${word} policy`, number: '1', amends: '', accreditation: '' };
  const days = { issuedOn: undefined, effectiveOn: undefined, reviewOn: undefined };
  const today = dayIn(agency.agency.timeZone, new Date());
  return agency.as(async (tx) => {
    const policy = value(await beginPolicy(tx, agency.act(), { details: { ...details, ...days }, document }));
    const entry = { counts: { 'mental-health-calls': calls }, notCounted: [] };
    const month = monthAfter(monthOf(today), -1);
    value(await enterMonth(tx, agency.agency.id, { month, revision: 0, entry }, today));
    const facts = {
      name: `${word} Clinic`,
      kinds: ['hospital'],
      placesServed: [],
      website: undefined,
    } as const;
    const proposed = value(await addOrganization(tx, agency.act(), facts, true));
    return { ...agency, word, calls: calls.toLocaleString('en-US'), policy, proposed };
  });
}

/** Puts the agency's policy before its partners, who each say something and are answered. */
export async function reviewPolicy(agency: FilledAgency, pairs: readonly FilledPair[]): Promise<void> {
  value(await agency.as((tx) => shareDraft(tx, agency.act())));
  for (const { word, partnership } of pairs) {
    const act = { ...partnership.act(), personName: `${word} commenter` };
    const present = await partnership.now();
    const comment = { policy: agency.policy, code: 'definitions', text: `${word} comment` } as const;
    value(await partnership.as((tx) => writeComment(tx, act, present, comment)));
  }
  await agency.as(async (tx) => {
    for (const { id, said } of await listComments(tx, agency.agency.id, agency.policy)) {
      const text = said.text.replace('comment', 'answer');
      value(await answerComment(tx, agency.act(), id, { text, shownAt: 0 }));
    }
  });
}

/** What an organization has beside its partnerships. */
export interface FilledOrganization {
  readonly word: string;
  readonly contact: string;
  readonly membership: string;
  readonly group: string;
  readonly groupWord: string;
}

/** Names a contact, and puts a group's agreement before the organization. */
export async function fillOrganization(
  app: TestApp,
  lead: FilledAgency,
  { partnership }: FilledPair,
  words: { readonly word: string; readonly groupWord: string },
): Promise<FilledOrganization> {
  const { word, groupWord } = words;
  const { partner } = partnership;
  const facts = { name: `${word} contact`, role: 'Director', phone: '555-0177' };
  const contact = await partnership.as((tx) => addContact(tx, partner, facts));
  const joining = await anAgency(app.databases);
  const group = await lead.as(async (tx) => {
    const id = await beginGroup(tx, lead.act(), { name: `${groupWord} County`, kind: 'county' });
    value(await choosePartner(tx, lead.act(), id, { organization: partner, representativeEmail: undefined }));
    const listed = { agencies: [joining.agency.id], emails: [] };
    value(await listAgencies(tx, lead.act(), id, listed));
    const proposal = aProposal({ training: `${groupWord} training` });
    value(await proposeJointVersion(tx, lead.act(), id, proposal));
    return id;
  });
  const [membership] = await asOwner<{ id: string }>(
    app.ownerUrl,
    'select id from partner_membership where partner_id = $1 and ended_at is null',
    [partner],
  );
  return { word, contact, membership: membership?.id ?? '', group, groupWord };
}
