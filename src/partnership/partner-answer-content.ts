export const partnerContent = {
  title: (agency: string) => `Partnership with ${agency}`,
  confirm: {
    heading: {
      partnership: 'Do you confirm this partnership?',
      change: 'Do you confirm the change?',
      renewal: 'Do you confirm the renewal?',
    },
    text: {
      partnership: (partner: string, agency: string) =>
        `You confirm for ${partner} that this is what it does together with ${agency}. Read first what the agreement says.`,
      change: (partner: string, agency: string) =>
        `${agency} proposes another version of the agreement. You confirm it for ${partner}. Until then everything stays as it stands above. Read first what changes.`,
      renewal: (partner: string, agency: string) =>
        `${agency} proposes to go on with a new term and review date. You confirm it for ${partner}. Until then everything stays as it stands above.`,
    },
    name: 'Your name',
    nameHint: 'Type your full name. It stands for your signature.',
    title: 'Your title or role',
    titleHint: 'For example: Executive Director.',
    naming: 'Our organization may be named on the agency’s public page',
    namingHint: 'You can change this at any time.',
    submit: {
      partnership: 'Confirm the partnership',
      change: 'Confirm the change',
      renewal: 'Confirm the renewal',
    },
    declineText: 'Is something not right?',
    decline: 'Decline with a reason',
    answer: 'Answer with a version of your own',
    proposed: (by: string) => `Proposed by ${by}.`,
    wrote: (agency: string) => `${agency} wrote with it:`,
    says: 'The agreement was written here, step by step. It has these parts:',
    read: 'Read what you are asked to confirm',
    changes: 'See what changes',
  },
  noAgreement: {
    heading: 'No agreement was given yet',
    text: (agency: string) =>
      `${agency} wrote down the facts below and gave no agreement document with them. You can do one of these:`,
    ask: (contact: string) => `Ask ${contact} for the agreement by email`,
    write: 'Write the agreement yourself, step by step, and propose it',
    answer: 'Answer about the facts below, without an agreement',
    confirmText: (partner: string, agency: string) =>
      `You confirm for ${partner} that the facts above are what it does together with ${agency}. No agreement document belongs to them yet.`,
  },
  decline: {
    title: {
      partnership: 'Decline the partnership?',
      change: 'Decline the change?',
      renewal: 'Decline the renewal?',
    },
    text: {
      partnership: (agency: string) =>
        `${agency} is told by email and reads your reason. It can change the proposal and ask again.`,
      change: (agency: string) =>
        `${agency} is told by email and reads your reason. What you both confirmed before stays in effect.`,
      renewal: (agency: string) =>
        `${agency} is told by email and reads your reason. The term and review date stay as they are.`,
    },
    submit: 'Decline',
  },
  naming: {
    heading: 'May the organization be named in public?',
    yes: 'It is named on the agency’s public page.',
    no: 'It is not named on the agency’s public page.',
    allow: 'Allow naming in public',
    forbid: 'Stop naming in public',
  },
  errors: {
    name: 'Type your full name',
    title: 'Enter your title or role in the organization',
  },
} as const;
