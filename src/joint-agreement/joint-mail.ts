import type { MailMessage } from '../mail/mail.ts';
import { type PairNames, waitsSentence } from './joint-waits-content.ts';

/** What every mail about a group names. `url` is the page or invitation it leads to. */
export interface AboutGroup {
  readonly group: string;
  readonly lead: string;
  readonly url: string;
  readonly campaign: string;
}

type Written = Omit<MailMessage, 'to'>;

/** Why somebody is asked: for the first time, once more, or because the lead wrote another version. */
export type GroupAskedBecause = 'asked' | 'reminded' | 'changed';

function letter(kind: string, subject: string, about: AboutGroup, paragraphs: readonly string[]): Written {
  return {
    kind,
    subject,
    text: ['Hello,', ...paragraphs.filter((text) => text !== ''), about.campaign, ''].join('\n\n'),
  };
}

/** To the coordinator and the executive of an agency of the list. */
export function agencyAskedMail(
  about: AboutGroup & {
    readonly agency: string;
    readonly because: GroupAskedBecause;
    readonly note: string;
  },
): Written {
  const { group, lead, agency, because, note } = about;
  const subject = {
    asked: `${group} invites ${agency} to a joint agreement`,
    reminded: `${group} waits for the answer of ${agency}`,
    changed: `${group} has a new version of its agreement`,
  }[because];
  const first =
    because === 'changed'
      ? `${lead} wrote another version of the agreement of ${group}. What you agreed to before stays in effect for ${agency} until you answer.`
      : `${lead} invites ${agency} to join ${group}: several agencies with the same partner organizations, under one agreement.`;
  return letter(`joint-agency-${because}`, subject, about, [
    first,
    note === '' ? '' : `They wrote: ${note}`,
    'Nobody joins for you. Read the whole agreement, then join it with your own contacts, or decline it with a reason:',
    about.url,
  ]);
}

/** To an address that the lead typed: an agency that is not in the program. */
export function pledgeInvitationMail(about: AboutGroup & { readonly isReminder: boolean }): Written {
  const { group, lead } = about;
  const subject = about.isReminder
    ? `${group} still hopes that your agency joins`
    : `${group} invites your agency to the One Mind pledge`;
  return letter('joint-pledge-invited', subject, about, [
    `${lead} would like your agency to join ${group}: several police agencies with the same mental health and community organizations, under one agreement.`,
    'The agreement is part of the One Mind pledge. To join, your agency takes the pledge first. Use this email address to sign in; then the invitation waits on your partnerships page:',
    about.url,
    `If this is not for you, please tell ${lead}. Nothing happens unless you begin.`,
  ]);
}

/** To those who speak, or shall speak, for a partner organization. */
export function partnerAskedMail(
  about: AboutGroup & {
    readonly partner: string;
    readonly because: GroupAskedBecause;
    readonly agencies: number;
  },
): Written {
  const { group, lead, partner, because, agencies } = about;
  const subject = {
    asked: `${group} asks ${partner} to confirm one agreement`,
    reminded: `${group} waits for the answer of ${partner}`,
    changed: `${group} has a new version of its agreement`,
  }[because];
  const list = agencies === 1 ? '1 agency' : `${agencies} agencies`;
  return letter(`joint-partner-${because}`, subject, about, [
    because === 'changed'
      ? `${lead} wrote another version of the agreement of ${group}. What you confirmed before stays in effect until you answer.`
      : `${lead} asks ${partner} to work with ${group} under one agreement. The list has ${list}.`,
    'You confirm once for all of them. Please read the agreement and the list; you can also decline with a reason:',
    about.url,
    `If you do not speak for ${partner}, please tell ${lead}.`,
  ]);
}

/** To those who speak for a partner that has confirmed: its word does not hold for agencies that came after it. */
export function partnerAskedAgainMail(
  about: AboutGroup & {
    readonly partner: string;
    readonly agencies: readonly string[];
    readonly did: 'listed' | 'joined';
  },
): Written {
  const { group, lead, partner, agencies, did } = about;
  const names = new Intl.ListFormat('en-US').format(agencies);
  return letter(`joint-partner-again-${did}`, `${group} asks ${partner} about another agency`, about, [
    did === 'joined'
      ? `${names} joined ${group}. What you confirmed does not hold for them.`
      : `${lead} put more on the list of ${group} after you had confirmed: ${names}. What you confirmed does not hold for them.`,
    'Read the list, and confirm again if you want to work with them too. Until then you have no partnership with them:',
    about.url,
  ]);
}

/** To the lead: what an agency or a partner answered. */
export function answeredMail(
  about: AboutGroup & {
    readonly who: string;
    readonly did: 'joined' | 'confirmed' | 'declined' | 'left';
    readonly signer: string;
    readonly reason: string;
    /** Pairs that its yes has not brought into effect. */
    readonly waits?: readonly PairNames[];
  },
): Written {
  const { who, group, did, signer, reason, waits = [] } = about;
  const verb = {
    joined: 'joined',
    confirmed: 'confirmed the agreement of',
    declined: 'declined to join',
    left: 'left',
  }[did];
  return letter(`joint-${did}`, `${who} ${verb} ${group}`, about, [
    `${signer} answered for ${who}, which ${verb} ${group}.`,
    reason === '' ? '' : `The reason: ${reason}`,
    ...waits.map(waitsSentence),
    'See how far the group has come:',
    about.url,
  ]);
}

/** To an agency that has joined: its partner's confirmation does not hold for it. */
export function pairWaitsMail(about: AboutGroup & { readonly pair: PairNames }): Written {
  const { pair, group } = about;
  return letter('joint-pair-waits', `Your partnership with ${pair.partnerName} waits`, about, [
    `${pair.partnerName} confirmed the agreement of ${group}.`,
    waitsSentence(pair),
    'See the group:',
    about.url,
  ]);
}

/** To every agency that has joined: a partner's one confirmation made a partnership of theirs. */
export function partnerConfirmedMail(
  about: AboutGroup & { readonly partner: string; readonly agency: string },
): Written {
  const { partner, group, agency } = about;
  return letter('joint-partnership-agreed', `${partner} confirmed the agreement of ${group}`, about, [
    `${partner} confirmed the agreement of ${group}. From now on ${agency} and ${partner} have a partnership of their own under it.`,
    'Meetings, actions, reviews and everything else go on from the partnership’s page:',
    about.url,
  ]);
}

/** To everybody who was asked or has agreed: the lead ended the group. */
export function groupEndedMail(about: AboutGroup & { readonly reason: string }): Written {
  return letter('joint-ended', `${about.group} has ended`, about, [
    `${about.lead} ended ${about.group}. Nobody is asked to join any more.`,
    `The reason: ${about.reason}`,
    'Partnerships that came out of it go on by themselves, until one of their two sides ends them:',
    about.url,
  ]);
}

/** To the coordinator of the agency that the campaign asks to lead. */
export function leadAskedMail(about: AboutGroup): Written {
  return letter('joint-lead-asked', `The campaign asks ${about.lead} to lead ${about.group}`, about, [
    `The campaign prepared ${about.group}, a group of agencies under one agreement, and asks ${about.lead} to lead it: to write the agreement, and to choose the partner organizations and the agencies.`,
    'Nothing is sent to anybody until you have put the agreement before them:',
    about.url,
  ]);
}
