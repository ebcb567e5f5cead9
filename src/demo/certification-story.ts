import { listCertificates } from '../certification/certification-actions.ts';
import { announceMeasure, answerAnnouncement } from '../certification/standing-actions.ts';
import type { Campaign } from './demo-campaign.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, type Stage, value, words } from './demo-stage.ts';

const grounds =
  'A partner told us that the joint meetings have stopped since the summer, and that no liaison answers. Please say how the partnership goes on.';
const answer =
  'Our liaison left in July. A new one has been named, and the next joint meeting is on the calendar. The partner has both names.';

/** The campaign asks a certified agency to explain itself; the agency has answered, and a second person has to decide. */
export async function questionedCertificate(
  stage: Stage,
  campaign: Campaign,
  made: DemoAgency,
): Promise<void> {
  const [certificate] = await asAgency(stage, made, (tx) => listCertificates(tx, made.agency.id));
  if (!certificate) return;
  const { id } = campaign.reviewer;
  // Today: the database takes no other day for what happens to a certificate.
  const announcing = { person: id, now: stage.now, ...words(stage) };
  await as(stage, { as: 'campaign', person: id }, async (tx) => {
    const told = { measure: 'suspend', grounds, daysToAnswer: 30 } as const;
    value(await announceMeasure(tx, announcing, certificate.number, told));
  });
  const answering = act(stage, made, made.coordinator, stage.now);
  await asAgency(stage, made, async (tx) => {
    value(await answerAnnouncement(tx, answering, certificate.number, answer));
  });
}
