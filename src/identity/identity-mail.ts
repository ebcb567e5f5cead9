import type { MailMessage } from '../mail/mail.ts';
import { signInLinkMinutes } from './session-rules.ts';

/** The mail that carries a sign-in link. */
export function signInMail(about: { to: string; url: string; campaign: string }): MailMessage {
  return {
    kind: 'sign-in',
    to: about.to,
    subject: `Your sign-in link for ${about.campaign}`,
    text: `Hello,

Open this link and press "Sign in":

${about.url}

The link works once, for ${signInLinkMinutes} minutes.

If you did not ask for it, you can ignore this email. Nobody can sign in without the link.

${about.campaign}
`,
  };
}
