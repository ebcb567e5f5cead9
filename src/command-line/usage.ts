/** Where a command writes and what it knows of the outside; tests give their own. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  /** Asks somebody at a terminal yes or no; missing where nobody sits. */
  ask?: ((question: string) => Promise<boolean>) | undefined;
}

/** 0: done, or the requirement is met. 1: not met, or something was found. 2: there is no answer, whatever the cause. */
export type ExitCode = 0 | 1 | 2;

/** The command line was not understood. The message says what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `onemind: the One Mind pledge, from the pledge to the certificate

  onemind serve [--demo | --empty]   start the web server (and its database, without DATABASE_URL)
  onemind migrate                    bring the database to the newest version
  onemind demo [--agencies N --staff N]
                                     fill an empty database with fictional agencies
  onemind check --roster FILE --training FILE [--rules 2024] [--as-of YYYY-MM-DD] [--json]
      [--scope LIST] [--everyone sworn|non-sworn] [--explain]
      [--roster-sheet NAME] [--training-sheet NAME]
                                     see where an agency stands; needs no database
                                     (onemind check --help says more)
  onemind import roster|training|acknowledgments FILE --agency SLUG --by EMAIL [--sheet NAME] [--commit]
                                     read a file into an agency: what it would change, or change it
                                     (onemind import --help says more)
  onemind user add|list|link|revoke-sessions|reset-codes
                                     people and their roles in the campaign
  onemind keys list|rotate|export    the keys that sign certificates and credentials
  onemind verify --snapshot FILE [--json]
                                     compute the snapshot of a submission again; needs no database
  onemind verify FILE --issuer did.json --issuer certificates.pem [--json]
                                     check a certificate, badge or credential with the issuer's public
                                     keys (saved from /.well-known of its site); needs no database
  onemind audit verify               prove that the audit trail is whole

Exit status: 0 done or requirement met, 1 not met or something found, 2 no answer: input or settings
can't be used, the database is away, or the program has a fault.
Settings come from the environment; src/settings.ts lists them all.
`;
