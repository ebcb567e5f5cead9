/** Where a rule or number was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** What the page leaves open, and how we read it. */
  readonly note?: string;
}
