/** One answer that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown under the label of a radio button or checkbox. */
  readonly description?: string | undefined;
}
