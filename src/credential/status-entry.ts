/** Where the status of a credential is read: a list, and a place in it that tells nothing about the credential. */
export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/** Entries of a list: the least that Bitstring Status List allows, so that a look at one hides among many. */
export const statusListLength = 131_072;

/** A list takes no more once half of it is given out: places stay random, and a free one is found at once. */
export const placesGivenOut = statusListLength / 2;

export function statusListUrl(siteUrl: string, list: number): string {
  return `${siteUrl}/credentials/status/${list}`;
}

/**
 * The `credentialStatus` of a credential. Open Badges 3.0 allows one, so it is the one that every reader knows,
 * `revocation`; a suspension ends the credential too, and a new one is issued when it is lifted.
 */
export function statusEntry(siteUrl: string, { list, index }: StatusPlace) {
  const url = statusListUrl(siteUrl, list);
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: url,
  };
}
