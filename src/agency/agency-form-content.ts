import { z } from 'zod';
import { unprintedSign } from '../documents/printable-text.ts';
import { optionalCount, optionalText, textAnswer } from '../question/answer.ts';
import type { Agency, AgencyFacts } from './agency.ts';
import { agencyErrors } from './agency-content.ts';
import { isAgencyKind } from './agency-kind.ts';
import { type OriRefusal, readOri } from './ori.ts';
import { type Country, findRegion, type Region } from './region.ts';
import { isTimeZone } from './time-zone.ts';

const kind = z.string(agencyErrors.kind).transform(narrowKind);

/** Which agency it is. `region` answers the whole region, which names the country too. */
export const identityFields = z.object({
  name: printedLine(agencyErrors.name, { min: 2, max: 200 }),
  kind,
  region: z.string(agencyErrors.region).transform((code, ctx): Region => {
    const region = findRegion(code);
    if (region) return region;
    ctx.addIssue({ code: 'custom', message: agencyErrors.region });
    return z.NEVER;
  }),
});

export type AgencyIdentity = z.output<typeof identityFields>;

/** Where the agency is, asked once its region is known: postal codes differ between the countries. */
export function placeFields(region: Region) {
  return z.object({
    address: textAnswer(agencyErrors.address, { max: 200 }).transform(oneLine),
    city: printedLine(agencyErrors.city, { max: 100 }),
    county: optionalText({ max: 100 }),
    postalCode: postalCode(region.country),
    website: website(),
    populationServed: optionalCount(agencyErrors.populationServed, 100_000_000),
    timeZone: z.string(agencyErrors.timeZone).refine(isTimeZone, agencyErrors.timeZone),
  });
}

/** The ORI, or undefined when left empty. */
export function oriField(region: Region) {
  return z
    .string()
    .trim()
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const ori = readOri(text, region);
      if (ori.ok) return ori.value;
      ctx.addIssue({ code: 'custom', message: oriMessage(ori.refusal) });
      return z.NEVER;
    });
}

/** The facts as somebody typed them, to fill a form with. */
export function typedFacts(agency: AgencyFacts): Readonly<Record<string, string>> {
  return {
    name: agency.name,
    kind: agency.kind,
    region: agency.region,
    address: agency.address,
    city: agency.city,
    county: agency.county ?? '',
    postalCode: agency.postalCode,
    website: agency.website ?? '',
    ori: agency.ori ?? '',
    populationServed: agency.populationServed?.toString() ?? '',
    timeZone: agency.timeZone,
  };
}

/** The region of an agency that is already here; the database keeps only codes that we know. */
export function regionOf(agency: Pick<Agency, 'region'>): Region {
  const region = findRegion(agency.region);
  if (!region) throw new Error(`The agency lies in an unknown region: ${agency.region}`);
  return region;
}

function oriMessage(refusal: OriRefusal): string {
  return refusal.code === 'ori-malformed'
    ? agencyErrors.oriMalformed
    : agencyErrors.oriOfAnotherState(refusal.expected);
}

const postalShapes: Readonly<Record<Country, RegExp>> = {
  US: /^(\d{5})[- ]?(\d{4})?$/,
  CA: /^([A-Z]\d[A-Z])[- ]?(\d[A-Z]\d)$/,
};

function postalCode(country: Country) {
  const instruction = agencyErrors.postalCode[country];
  return z.string(instruction).transform((text, ctx) => {
    const parts = postalShapes[country].exec(text.trim().toUpperCase());
    if (parts)
      return parts
        .slice(1)
        .filter(Boolean)
        .join(country === 'US' ? '-' : ' ');
    ctx.addIssue({ code: 'custom', message: instruction });
    return z.NEVER;
  });
}

/** People leave out `https://`; anything that isn't a web address with a domain is refused. */
function website() {
  return z
    .string()
    .trim()
    .max(300, agencyErrors.website)
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const url = URL.parse(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
      if (url && /^https?:$/.test(url.protocol) && /\.[a-z0-9-]{2,}$/i.test(url.hostname)) return url.href;
      ctx.addIssue({ code: 'custom', message: agencyErrors.website });
      return z.NEVER;
    });
}

/** What stands on the certificate: every sign of it has to be printed there. */
function printedLine(missing: string, bounds: { readonly min?: number; readonly max: number }) {
  return textAnswer(missing, bounds)
    .transform(oneLine)
    .superRefine((text, ctx) => {
      const sign = unprintedSign(text);
      if (sign) ctx.addIssue({ code: 'custom', message: agencyErrors.unprinted(sign) });
    });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function narrowKind(text: string, ctx: z.RefinementCtx) {
  if (isAgencyKind(text)) return text;
  ctx.addIssue({ code: 'custom', message: agencyErrors.kind });
  return z.NEVER;
}
