import type { MailMessage } from '../mail/mail.ts';
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
  | { readonly why: 'changed'; readonly parts: readonly ArrangementPart[] };

export function confirmationAskedMail(
  about: About & { readonly because: AskedBecause; readonly asker: string },
): Written {
  const { agency, partner, because, asker } = about;
  const subject =
    because.why === 'changed'
      ? `${agency} changed what you are asked to confirm`
      : `${agency} asks ${partner} to confirm a partnership`;
  return letter(`partnership-${because.why}`, subject, about, [
    `${asker} of ${agency} asks ${partner} to confirm its partnership with the agency. Partnerships with mental health and community organizations are part of the One Mind pledge.`,
    ...(because.why === 'changed' ? [`What changed: ${changedPartWords(because.parts)}.`] : []),
    'Please read what the partnership is about. You can confirm it, or decline it with a reason:',
    about.url,
    `If you do not speak for ${partner}, please tell ${agency}. Nothing happens until somebody confirms.`,
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

export function confirmedMail(about: About & { readonly name: string; readonly title: string }): Written {
  return letter('partnership-confirmed', `${about.partner} confirmed the partnership`, about, [
    `${about.name}, ${about.title}, confirmed the partnership of ${about.partner} with ${about.agency}.`,
    about.url,
  ]);
}

export function declinedMail(about: About & { readonly reason: string }): Written {
  return letter('partnership-declined', `${about.partner} declined the partnership`, about, [
    `${about.partner} declined the partnership with ${about.agency} and wrote:`,
    about.reason,
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
