/** What `onemind COMMAND --help` says. `check` and `import` have more to say, and say it themselves. */
const helpOf: ReadonlyMap<string, string> = new Map([
  [
    'serve',
    `onemind serve [--demo | --empty]
  Starts the web server, and its database where DATABASE_URL names none. Ends cleanly on Ctrl-C.
  --demo    with fictional agencies, in an empty database
  --empty   without them`,
  ],
  [
    'migrate',
    `onemind migrate
  Brings the database to the newest version, all or nothing, and says what it did.`,
  ],
  [
    'demo',
    `onemind demo [--agencies N] [--staff N]
  Fills an empty database with fictional agencies and their staff: 40 and 1200, unless you say otherwise.`,
  ],
  [
    'user',
    `onemind user add|list|link|revoke-sessions|reset-codes
  People and their roles in the campaign. Each of these words says what it needs when it is missing.`,
  ],
  [
    'keys',
    `onemind keys list
  Every key that signs or ever signed certificates and credentials.
onemind keys rotate --purpose credential|document
  Retires the key and makes a new one; what the old one signed stays valid.
onemind keys export
  The certificates that documents were ever signed with, as PEM.`,
  ],
  [
    'verify',
    `onemind verify FILE --issuer did.json --issuer certificates.pem [--json]
  Says whether a certificate or letter (PDF), a badge (PNG, SVG) or a credential (JSON, JWT) is the issuer's and
  unchanged. It asks nobody. Save the issuer's public keys from its site first:
  /.well-known/did.json for badges and credentials, /.well-known/onemind-certificates.pem for PDFs.
onemind verify --snapshot FILE [--json]
  Computes the snapshot of a submission again, and draws its sample again.
  --json    the answer for machines
Exit status: 0 intact, 1 not, 2 no answer: the file or the keys can't be read.`,
  ],
  [
    'audit',
    `onemind audit verify
  Computes every hash of the audit trail again; exit status 1 names the first broken link of each chain.`,
  ],
]);

/** The help of a command, when the words after it ask for that. */
export function helpAsked(command: string, argv: readonly string[]): string | undefined {
  const isAsked = argv.some((word) => word === '--help' || word === '-h');
  return isAsked ? helpOf.get(command) : undefined;
}
