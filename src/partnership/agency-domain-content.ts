export const agencyDomainContent = {
  heading: 'An address at your own mail domain',
  asked: (partner: string) =>
    `The person you ask to confirm for ${partner} has an address at your agency’s own mail domain.`,
  confirmed: (partner: string) =>
    `The person who confirmed for ${partner} has an address at your agency’s own mail domain.`,
  rest: 'That is fine where one county runs both of you. Reviewers see it too. Nobody at your agency may confirm for a partner.',
} as const;
