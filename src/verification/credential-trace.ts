/** Words that stand in every badge of ours and others’, and in no plain picture. */
const traces = ['openbadge', 'onemind-seal', 'credentialSubject', 'purl.imsglobal.org/spec/ob'];

/**
 * Whether a picture in which no credential was found still bears a trace of one: a badge whose tag or keyword was turned
 * is a damaged badge, and no plain picture.
 */
export function bearsCredentialTrace(picture: Uint8Array): boolean {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.length);
  return traces.some((trace) => bytes.includes(trace));
}
