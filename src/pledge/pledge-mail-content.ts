import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { Executive, PledgeTerm } from './pledge.ts';

/** What every mail about a pledge names. `url` is the page it leads to. */
interface About {
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
}

type Written = Omit<MailMessage, 'to'>;

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): Written {
  return { kind, subject, text: ['Hello,', ...paragraphs, about.campaign, ''].join('\n\n') };
}

export function signatureRequestMail(
  about: About & { readonly executive: Executive; readonly asker: string },
): Written {
  return letter('pledge-to-sign', `Please sign the pledge of ${about.agency}`, about, [
    `${about.asker} has prepared the One Mind pledge of ${about.agency} and named you as its executive: ${about.executive.name}, ${about.executive.rank}.`,
    'Please read the pledge and sign it, or send it back with a word on what is not right:',
    about.url,
    'Only you can sign. If you know nothing of this, you can ignore this email.',
  ]);
}

export function sentBackByExecutiveMail(about: About & { readonly reason: string }): Written {
  return letter('pledge-sent-back', `${about.agency}: your executive sent the pledge back`, about, [
    `The executive of ${about.agency} did not sign the pledge and wrote:`,
    about.reason,
    'Change what is not right and send it to be signed again:',
    about.url,
  ]);
}

export function pledgeSignedMail(about: About & { readonly signedName: string }): Written {
  return letter('pledge-signed', `The pledge of ${about.agency} is signed`, about, [
    `${about.signedName} has signed the pledge of ${about.agency}. The campaign looks at it now and writes to you.`,
    about.url,
  ]);
}

/** To the campaign's people who decide. */
export function pledgeWaitingMail(about: About): Written {
  return letter('pledge-waiting', `A pledge waits for you: ${about.agency}`, about, [
    `${about.agency} has signed its pledge. It waits to be accepted or returned:`,
    about.url,
  ]);
}

export function pledgeAcceptedMail(about: About & { readonly term: PledgeTerm }): Written {
  return letter('pledge-accepted', `The pledge of ${about.agency} is accepted`, about, [
    `Thank you. The campaign has accepted the pledge of ${about.agency} on ${longDate(about.term.takenOn)}.`,
    `Your target is ${longDate(about.term.targetOn)}. The last day is ${longDate(about.term.limitOn)}.`,
    'Your workspace shows what to do next:',
    about.url,
  ]);
}

export function pledgeReturnedMail(about: About & { readonly reason: string }): Written {
  return letter('pledge-returned', `The pledge of ${about.agency} needs a change`, about, [
    `The campaign has looked at the pledge of ${about.agency} and returned it:`,
    about.reason,
    'Change it and send it to be signed again:',
    about.url,
  ]);
}

export function pledgeWithdrawnMail(
  about: About & { readonly by: 'agency' | 'campaign'; readonly reason: string },
): Written {
  const who = about.by === 'agency' ? about.agency : 'The campaign';
  return letter('pledge-withdrawn', `The pledge of ${about.agency} was withdrawn`, about, [
    `${who} has withdrawn the pledge of ${about.agency}:`,
    about.reason,
    'What was recorded is kept. The agency can pledge again at any time:',
    about.url,
  ]);
}

/** To the campaign's people who decide. */
export function extensionAskedMail(
  about: About & { readonly to: CalendarDate; readonly reason: string },
): Written {
  return letter('extension-asked', `${about.agency} asks for more time`, about, [
    `${about.agency} asks to move its target to ${longDate(about.to)}:`,
    about.reason,
    about.url,
  ]);
}

export function extensionDecidedMail(
  about: About & { readonly to: CalendarDate; readonly isGranted: boolean; readonly note: string },
): Written {
  const decision = about.isGranted
    ? `The campaign has granted more time. Your new target is ${longDate(about.to)}.`
    : `The campaign has not granted more time until ${longDate(about.to)}. Your target stays as it was.`;
  return letter('extension-decided', `${about.agency}: the campaign has decided about more time`, about, [
    decision,
    ...(about.note === '' ? [] : [about.note]),
    about.url,
  ]);
}
