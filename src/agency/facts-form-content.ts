import { z } from 'zod';
import { type FormFields, type ParsedForm, parseForm } from '../http/form.ts';
import { type Typed, typedAnswers } from '../question/question.ts';
import type { Agency, AgencyFacts } from './agency.ts';
import { identityQuestions, oriQuestion, placeQuestions } from './agency-content.ts';
import { identityFields, oriField, placeFields, regionOf } from './agency-form-content.ts';
import { findRegion } from './region.ts';

/** Reads the facts of an agency whose identity is locked: its name, kind, state and ORI stay as they are. */
export function readPlace(agency: Agency, fields: FormFields): ParsedForm<AgencyFacts> {
  const place = parseForm(placeFields(regionOf(agency)), fields);
  return place.ok ? { ok: true, value: { ...factsOf(agency), ...place.value } } : place;
}

/** Reads all facts. The place is read by the region that was sent, where that is one, so that all faults show at once. */
export function readFacts(agency: Agency, fields: FormFields): ParsedForm<AgencyFacts> {
  const region = findRegion(typeof fields.region === 'string' ? fields.region : '') ?? regionOf(agency);
  const form = z.intersection(identityFields, placeFields(region).extend({ ori: oriField(region) }));
  const parsed = parseForm(form, fields);
  if (!parsed.ok) return parsed;
  const { region: chosen, ...facts } = parsed.value;
  return { ok: true, value: { ...facts, region: chosen.code, country: chosen.country } };
}

/** What was typed, to fill the form with again. */
export function typedFactsIn(fields: FormFields): Typed {
  return typedAnswers([...identityQuestions, oriQuestion, ...placeQuestions], fields);
}

function factsOf({ id: _id, slug: _slug, ...facts }: Agency): AgencyFacts {
  return facts;
}
