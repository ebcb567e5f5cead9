/** Whether an error from the operating system carries one of these codes (`ENOENT`, `EACCES` …). */
export function failedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The operating system's own words for a failure, short enough for a sentence. */
export function failureReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
