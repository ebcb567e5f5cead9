import type { MailMessage } from '../mail/mail.ts';

export function recordsMergedMail(about: {
  readonly to: string;
  readonly kept: string;
  readonly merged: string;
  readonly url: string;
  readonly campaign: string;
}): MailMessage {
  return {
    kind: 'partner-records-merged',
    to: about.to,
    subject: `${about.kept}: two records are now one`,
    text: `Hello,

The campaign joined the records of ${about.merged} and ${about.kept}. Partnerships and people of both now stand in one place:

${about.url}

Please look through them. If these are two organizations, write to the campaign within 30 days.

${about.campaign}
`,
  };
}

export function agencyToldMail(about: {
  readonly to: string;
  readonly partner: string;
  readonly campaign: string;
}): MailMessage {
  return {
    kind: 'partnership-ended-by-merge',
    to: about.to,
    subject: `Your two partnerships with ${about.partner} are now one`,
    text: `Hello,

Your agency had two partnerships with what is one organization, ${about.partner}. The campaign joined the two records. One of the partnerships goes on, the other one has ended. Please look through the one that goes on.

${about.campaign}
`,
  };
}

export function placeEndedByUndoMail(about: {
  readonly to: string;
  readonly kept: string;
  readonly merged: string;
  readonly campaign: string;
}): MailMessage {
  return {
    kind: 'place-ended-by-undo',
    to: about.to,
    subject: `You no longer speak for ${about.kept}`,
    text: `Hello,

The campaign had joined the records of ${about.merged} and ${about.kept}, and has taken that back. You came to speak for them while they were one record, so your place has ended.

Do you work for one of the two? Then ask a colleague there, or the campaign, to invite you again.

${about.campaign}
`,
  };
}
