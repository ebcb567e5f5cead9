import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { AskedOfPartner } from './asked-of-partner.ts';
import type { ArrangementPart, Side } from './partnership.ts';
import { changedPartWords } from './partnership-content.ts';

/** What every mail about a partnership names. `url` is the page or invitation it leads to. */
export interface About {
  readonly agency: string;
  readonly partner: string;
  readonly url: string;
  readonly campaign: string;
}

type Written = Omit<MailMessage, 'to'>;

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): Written {
  return { kind, subject, text: ['Hello,', ...paragraphs, about.campaign, ''].join('\n\n') };
}

/** Why the partner is asked: for the first time, once more, or because something changed. */
export type AskedBecause =
  | { readonly why: 'proposed' | 'reminded' }
  | { readonly why: 'changed'; readonly parts: readonly ArrangementPart[] }
  | ({ readonly why: 'version' } & VersionAsked);

/** Another version of the agreement. */
interface VersionAsked {
  readonly renews: boolean;
  /** What its proposer says about it, '' for nothing. */
  readonly note: string;
  /** The proposer's own version whose place it takes before that one was answered. */
  readonly setsAside: number | undefined;
}

export function confirmationAskedMail(
  about: About & {
    readonly because: AskedBecause;
    readonly asker: string;
    /** The last day on which `url` works, where it is an invitation. */
    readonly until: CalendarDate | undefined;
  },
): Written {
  const { agency, partner, because, asker, until } = about;
  if (because.why === 'version') return versionProposedMail({ ...about, ...because });
  const subject =
    because.why === 'changed'
      ? `${agency} changed what you are asked to confirm`
      : `${agency} asks ${partner} to confirm a partnership`;
  return letter(`partnership-${because.why}`, subject, about, [
    `${asker} of ${agency} asks ${partner} to confirm its partnership with the agency. Partnerships with mental health and community organizations are part of the One Mind pledge.`,
    ...(because.why === 'changed' ? [`What changed: ${changedPartWords(because.parts)}.`] : []),
    'Please read what the partnership is about. You can confirm it, or decline it with a reason:',
    about.url,
    ...untilSentence(until, agency),
    `If you do not speak for ${partner}, please tell ${agency}. Nothing happens until somebody confirms.`,
  ]);
}

/** To either side: the other proposed another version of the agreement, or to renew it. `asker` is who did. */
export function versionProposedMail(
  about: About &
    VersionAsked & {
      readonly asker: string;
      readonly by?: Side;
      readonly until?: CalendarDate | undefined;
    },
): Written {
  const [from, to] = about.by === 'partner' ? [about.partner, about.agency] : [about.agency, about.partner];
  const what = about.renews ? 'to renew the agreement' : 'a change of the agreement';
  return letter('agreement-proposed', `${from} proposes ${what}`, about, [
    `${about.asker} of ${from} proposes ${what} with ${to}.`,
    ...(about.setsAside === undefined ? [] : [setAsideSentence(from, about.setsAside, about.renews)]),
    ...(about.note === '' ? [] : ['They wrote:', about.note]),
    'Please read it. You can confirm it, decline it with a reason, or answer with a version of your own. Until both sides have confirmed it, nothing changes:',
    about.url,
    ...untilSentence(about.until, from),
  ]);
}

function untilSentence(until: CalendarDate | undefined, from: string): readonly string[] {
  return until
    ? [`The link works until ${longDate(until)}. After that, ask ${from} to send another one.`]
    : [];
}

function setAsideSentence(from: string, version: number, renews: boolean): string {
  const sets = `It takes the place of version ${version}, which ${from} proposed before: you no longer need to answer that one.`;
  return renews ? `${sets} The changes in version ${version} are not part of the renewal.` : sets;
}

/** To the side that proposed it. */
export function versionAnsweredMail(
  about: About & {
    readonly by: Side;
    readonly answer:
      | { readonly is: 'agreed'; readonly name: string; readonly title: string }
      | { readonly is: 'declined'; readonly reason: string };
  },
): Written {
  const by = about.by === 'agency' ? about.agency : about.partner;
  if (about.answer.is === 'agreed') {
    return letter('agreement-agreed', `${by} confirmed the agreement`, about, [
      `${about.answer.name}, ${about.answer.title}, confirmed for ${by} the version of the agreement that you proposed. It is in effect from the first day of its term.`,
      about.url,
    ]);
  }
  return letter('agreement-declined', `${by} declined your version of the agreement`, about, [
    `${by} declined the version of the agreement that you proposed and wrote:`,
    about.answer.reason,
    'You can talk to them and propose another version:',
    about.url,
  ]);
}

/** To the side that was asked: there is nothing to answer any more. */
export function versionWithdrawnMail(about: About & { readonly by: Side }): Written {
  const by = about.by === 'agency' ? about.agency : about.partner;
  return letter('agreement-withdrawn', `${by} took a proposed change back`, about, [
    `${by} took the version of the agreement back that it had proposed. There is nothing for you to answer.`,
    about.url,
  ]);
}

/** To the partner: contacts or the review day changed, which needs no new yes. */
export function arrangementChangedMail(
  about: About & { readonly parts: readonly ArrangementPart[] },
): Written {
  return letter('partnership-revised', `${about.agency} changed details of your partnership`, about, [
    `${about.agency} changed details of its partnership with ${about.partner}: ${changedPartWords(about.parts)}.`,
    'You do not need to do anything. Here you can see them:',
    about.url,
  ]);
}

/** What the partner was asked, within a sentence. */
const askedWords: Readonly<Record<AskedOfPartner, string>> = {
  partnership: 'the partnership',
  change: 'the change of the agreement',
  renewal: 'the renewal of the agreement',
};

export function confirmedMail(
  about: About & { readonly asked: AskedOfPartner; readonly name: string; readonly title: string },
): Written {
  const what = askedWords[about.asked];
  return letter('partnership-confirmed', `${about.partner} confirmed ${what}`, about, [
    `${about.name}, ${about.title}, confirmed for ${about.partner} ${what} with ${about.agency}.`,
    about.url,
  ]);
}

export function declinedMail(
  about: About & { readonly asked: AskedOfPartner; readonly reason: string },
): Written {
  const what = askedWords[about.asked];
  return letter('partnership-declined', `${about.partner} declined ${what}`, about, [
    `${about.partner} declined ${what} with ${about.agency} and wrote:`,
    about.reason,
    ...(about.asked === 'partnership' ? [] : ['What you both confirmed before stays in effect.']),
    'You can talk to them and propose it again:',
    about.url,
  ]);
}

export function endedMail(
  about: About & { readonly by: Side; readonly reason: string; readonly wasActive: boolean },
): Written {
  const [side, other] = about.by === 'agency' ? [about.agency, about.partner] : [about.partner, about.agency];
  const what = about.wasActive ? 'ended the partnership' : 'took back the proposed partnership';
  return letter('partnership-ended', `${side} ${what}`, about, [
    `${side} ${what} with ${other} and wrote:`,
    about.reason,
    about.url,
  ]);
}

export function namingChangedMail(about: About & { readonly isNamedInPublic: boolean }): Written {
  const now = about.isNamedInPublic
    ? 'may now be named on your public page'
    : 'no longer wants to be named on your public page';
  return letter('partnership-naming', `${about.partner} ${now}`, about, [
    `${about.partner} ${now}. The page follows at once.`,
    about.url,
  ]);
}
