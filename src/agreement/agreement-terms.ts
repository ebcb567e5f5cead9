import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Arrangement, partnershipServices } from '../partnership/partnership.ts';

/**
 * What the two sides may tell each other. Each is something that HIPAA (45 CFR 164.506, 164.512 and 164.508) or 42 CFR
 * Part 2 has a way for; what has none can't be chosen. None of it is ever entered here.
 */
export const sharingChoices = ['contacts', 'totals', 'emergency', 'care-handoff', 'release'] as const;

export type SharingChoice = (typeof sharingChoices)[number];

/** Said instead of a number for day and night by a side that has none. */
export const noAlways = 'None';

/** What was typed for such a number, with every way to say that there is none as one. */
export function alwaysAsTyped(text: string): string {
  return /^(?:none|no|n\/a|no number)\.?$/i.test(text.trim()) ? noAlways : text;
}

/** The sections of a memorandum that go beyond the facts of the arrangement. '' where nothing was written. */
export interface Memorandum {
  readonly agencyRole: string;
  readonly partnerRole: string;
  readonly referral: string;
  readonly custodyTransfer: string;
  /** Numbers that are answered day and night, or `noAlways`. */
  readonly agencyAlways: string;
  readonly partnerAlways: string;
  readonly training: string;
  readonly sharing: readonly SharingChoice[];
  /** How the sides do it: who calls whom. Never a person's information. */
  readonly sharingNotes: string;
  /** Days between a side's notice and the end. */
  readonly terminationDays: number;
  readonly other: string;
}

/** What both sides agree to. Without a memorandum, a signed document says the rest. */
export interface AgreementTerms {
  readonly arrangement: Arrangement;
  readonly memorandum?: Memorandum | undefined;
}

const contact = z.object({ name: z.string(), email: z.string(), phone: z.string() });
const day = z.iso
  .date()
  .transform((text) => text as CalendarDate)
  .optional();

const schema = z.object({
  arrangement: z.object({
    purpose: z.string(),
    services: z.array(z.enum(partnershipServices)),
    otherServices: z.string(),
    agencyContact: contact,
    partnerContact: contact,
    termStartsOn: day,
    termEndsOn: day,
    reviewOn: day,
  }),
  memorandum: z
    .object({
      agencyRole: z.string(),
      partnerRole: z.string(),
      referral: z.string(),
      custodyTransfer: z.string(),
      agencyAlways: z.string(),
      partnerAlways: z.string(),
      training: z.string(),
      sharing: z.array(z.enum(sharingChoices)),
      sharingNotes: z.string(),
      terminationDays: z.number().int().min(0).max(365),
      other: z.string(),
    })
    .optional(),
});

/** Reads terms as they were kept. Throws when they are none of ours. */
export function readTerms(kept: unknown): AgreementTerms {
  const { arrangement, memorandum } = schema.parse(kept);
  const { termStartsOn, termEndsOn, reviewOn } = arrangement;
  return { arrangement: { ...arrangement, termStartsOn, termEndsOn, reviewOn }, memorandum };
}
