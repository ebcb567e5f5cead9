import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly title: string;
  readonly url: string;
  readonly campaign: string;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): MailMessage {
  const text = ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n');
  return { kind, to: about.to, subject, text };
}

/** To the executive: a draft is ready. */
export function adoptionAskedMail(about: About & { readonly asker: string }): MailMessage {
  return letter('policy-to-adopt', `Please adopt the policy “${about.title}”`, about, [
    `${about.asker} has prepared the policy “${about.title}” of ${about.agency} and gone through the checklist of the One Mind pledge.`,
    'Please read it. You can adopt it here:',
  ]);
}

/** To the coordinator. */
export function policyAdoptedMail(
  about: About & { readonly name: string; readonly on: CalendarDate; readonly effectiveOn: CalendarDate },
): MailMessage {
  return letter('policy-adopted', `The policy “${about.title}” is adopted`, about, [
    `${about.name} adopted the policy “${about.title}” of ${about.agency} on ${longDate(about.on)}. It is in effect from ${longDate(about.effectiveOn)}.`,
  ]);
}

/** To the coordinator. */
export function policyRescindedMail(
  about: About & { readonly name: string; readonly on: CalendarDate; readonly reason: string },
): MailMessage {
  return letter('policy-rescinded', `The policy “${about.title}” was rescinded`, about, [
    `${about.name} rescinded the policy “${about.title}” of ${about.agency} from ${longDate(about.on)}. The reason: ${about.reason}`,
    'The pledge asks for a policy in effect. You can upload the next one here:',
  ]);
}
