import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { Announcement, Measure } from '../certification/certificate-standing.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { WaitingForAgency } from './waiting-for-agency.ts';
import { sectionPath } from './workspace-section.ts';

export interface WaitingStep {
  readonly text: string;
  readonly href: string;
  readonly link: string;
}

/** More partnerships than this of a kind are told as a number, with the way to the list. */
const mostNamed = 3;

const words = {
  agreement: {
    one: (partner: string) => `${partner} has sent a version of the agreement. Read it and answer.`,
    many: (count: number) => `${count} partners have sent a version of the agreement. Read them and answer.`,
    link: 'Read the agreement',
  },
  overdue: {
    one: (partner: string, count: number) =>
      count === 1
        ? `Finish the action on your joint list with ${partner} that is overdue.`
        : `Finish the ${count} actions on your joint list with ${partner} that are overdue.`,
    many: (count: number) => `Finish what is overdue on your joint lists with ${count} partners.`,
    link: 'Open the actions',
  },
  checkIn: {
    one: (partner: string) => `Say how the partnership with ${partner} is going.`,
    many: (count: number) => `Say how it is going with ${count} partners.`,
    link: 'Give your answer',
  },
  group: {
    one: 'A group under one agreement waits for your answer.',
    many: (count: number) => `${count} groups under one agreement wait for your answer.`,
    link: 'Open the groups',
  },
  review: {
    one: (partner: string, day: string) =>
      `Look at the agreement with ${partner} together: its review was due on ${day}.`,
    many: (count: number) => `Look at the agreements with ${count} partners together: their reviews are due.`,
    link: 'Open the partnership',
  },
  gap: {
    one: (partner: string, from: string, to: string) =>
      `Close the gap between two agreed terms with ${partner}: nothing covers ${from} to ${to}.`,
    many: (count: number) => `Close the gaps between agreed terms with ${count} partners.`,
    link: 'See who can do what',
  },
  adoption: {
    adopt: (title: string) => `Read the revised draft of “${title}” and adopt it.`,
    adoptLink: 'Read and adopt it',
    ask: (title: string) =>
      `The revised draft of “${title}” is ready. Ask your executive to adopt it; until then the version in force stays.`,
    asked: (title: string, day: string) =>
      `The revised draft of “${title}” waits for your executive, who was asked on ${day}. Until it is adopted, the version in force stays.`,
    askLink: 'Open the draft',
  },
  certificate: {
    answer: (measure: Measure, day: string) =>
      `Answer the campaign: it means to ${measure} your certificate. You may answer until ${day}.`,
    answerLink: 'Read the grounds and answer',
    late: (measure: Measure, day: string) =>
      `The campaign means to ${measure} your certificate. Your time to answer ended on ${day}: a second person may decide at any time. Until then you can still answer.`,
    answered: (measure: Measure, day: string) =>
      `The campaign means to ${measure} your certificate. You answered on ${day}. A second person of the campaign decides; you get an email then.`,
    answeredLink: 'Read the grounds and your answer',
    checkIn: (day: string, isLate: boolean) =>
      `Give the yearly check-in of your certificate. It ${isLate ? 'was' : 'is'} due on ${day}.`,
    checkInLink: 'Give the check-in',
  },
  proofs: {
    text: (count: number) =>
      count === 1
        ? 'Show proof for a training record that the reviewers picked.'
        : `Show proof for ${count} training records that the reviewers picked.`,
    link: 'Show proof',
  },
  message: {
    text: (day: string) => `The campaign wrote to you about your case on ${day}.`,
    link: 'Read the message',
  },
  all: 'Open partnerships',
} as const;

/** What others wait for and what is late, each with the way to where it is done. */
export function waitingSteps(
  { slug, roles }: Pick<AgencyPlace, 'slug' | 'roles'>,
  waiting: WaitingForAgency,
  today: CalendarDate,
): readonly WaitingStep[] {
  const base = sectionPath(slug, 'partnerships');
  const { agreement, overdue, checkIn, group, gap, review, all } = words;
  const named = <Thing extends { readonly partnership: string }>(
    things: readonly Thing[],
    one: (thing: Thing) => string,
    many: (count: number) => string,
    way: { readonly end: string; readonly link: string },
  ): readonly WaitingStep[] =>
    things.length > mostNamed
      ? [{ text: many(things.length), href: base, link: all }]
      : things.map((thing) => ({
          text: one(thing),
          href: `${base}/${thing.partnership}${way.end}`,
          link: way.link,
        }));
  return [
    ...certificateSteps(slug, waiting.certificate, today),
    ...messageSteps(slug, waiting.message),
    ...proofSteps(slug, waiting.proofs),
    ...named(waiting.agreements, ({ partner }) => agreement.one(partner), agreement.many, {
      end: '/agreement/versions',
      link: agreement.link,
    }),
    ...(waiting.groups === 0
      ? []
      : [
          {
            text: waiting.groups === 1 ? group.one : group.many(waiting.groups),
            href: `/workspace/${slug}/groups`,
            link: group.link,
          },
        ]),
    ...adoptionSteps({ slug, roles }, waiting.adoption),
    ...named(
      waiting.gaps,
      ({ partner, from, to }) => gap.one(partner, longDate(from), longDate(to)),
      gap.many,
      { end: '', link: gap.link },
    ),
    ...named(waiting.reviews, ({ partner, on }) => review.one(partner, longDate(on)), review.many, {
      end: '',
      link: review.link,
    }),
    ...named(waiting.overdue, ({ partner, count }) => overdue.one(partner, count), overdue.many, {
      end: '/actions?shown=overdue',
      link: overdue.link,
    }),
    ...named(waiting.checkIns, ({ partner }) => checkIn.one(partner), checkIn.many, {
      end: '/check-ins/answer',
      link: checkIn.link,
    }),
  ];
}

function certificateSteps(
  slug: string,
  tasks: WaitingForAgency['certificate'],
  today: CalendarDate,
): readonly WaitingStep[] {
  const { checkIn, checkInLink } = words.certificate;
  const href = `/workspace/${slug}/certification`;
  const { announced, checkIn: due } = tasks ?? {};
  return [
    ...(announced ? [{ ...announcedStep(announced, today), href }] : []),
    ...(due ? [{ text: checkIn(longDate(due.dueOn), due.dueOn < today), href, link: checkInLink }] : []),
  ];
}

/** What was announced waits for the agency's answer, and after it for the decision. */
function announcedStep(
  { measure, answerBy, answers }: Announcement,
  today: CalendarDate,
): Pick<WaitingStep, 'text' | 'link'> {
  const { answer, answerLink, late, answered, answeredLink } = words.certificate;
  const last = answers.at(-1);
  if (last) return { text: answered(measure, longDate(last.on)), link: answeredLink };
  const text = answerBy < today ? late : answer;
  return { text: text(measure, longDate(answerBy)), link: answerLink };
}

function messageSteps(slug: string, message: WaitingForAgency['message']): readonly WaitingStep[] {
  if (!message) return [];
  const { text, link } = words.message;
  const href = `/workspace/${slug}/review/cases/${message.caseId}#messages`;
  return [{ text: text(longDate(message.on)), href, link }];
}

function proofSteps(slug: string, wanted: number): readonly WaitingStep[] {
  const { text, link } = words.proofs;
  return wanted === 0 ? [] : [{ text: text(wanted), href: `/workspace/${slug}/review/sample`, link }];
}

/** The executive adopts; the coordinator asks. Nobody else has a part in it. */
function adoptionSteps(
  { slug, roles }: Pick<AgencyPlace, 'slug' | 'roles'>,
  draft: WaitingForAgency['adoption'],
): readonly WaitingStep[] {
  const { adopt, adoptLink, ask, asked, askLink } = words.adoption;
  const base = sectionPath(slug, 'policy');
  if (!draft) return [];
  const { title, askedOn } = draft;
  if (roles.includes('executive'))
    return [{ text: adopt(title), href: `${base}/draft/adopt`, link: adoptLink }];
  if (!roles.includes('coordinator')) return [];
  return [{ text: askedOn ? asked(title, longDate(askedOn)) : ask(title), href: base, link: askLink }];
}
