export interface PairNames {
  readonly agencyName: string;
  readonly partnerName: string;
}

/** Why an agency and a partner that both said yes have no partnership yet, and who can change that. */
export function waitsSentence({ agencyName, partnerName }: PairNames): string {
  return `The partnership of ${agencyName} and ${partnerName} is not in effect yet: the person who confirmed for ${partnerName} also works for ${agencyName}, and one person does not speak for both sides. Ask somebody else at ${partnerName} to confirm.`;
}
