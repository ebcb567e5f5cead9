import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FormFields, type ParsedForm, parseForm, sentText } from '../http/form.ts';
import { recordForm } from '../training/person-training-form.ts';
import type { CertificateFacts } from './submitted-certificate.ts';

const names = ['title', 'hours', 'completedOn', 'expiresOn', 'provider'] as const;

/** What is on a certificate, by the rules of a record that is typed in. */
export function readCertificateForm(fields: FormFields, today: CalendarDate): ParsedForm<CertificateFacts> {
  const form = parseForm(recordForm(today), fields);
  if (!form.ok) return form;
  const { title, hours, completedOn, expiresOn, provider = '' } = form.value;
  if (!completedOn) throw new Error('The form let a record without its day pass.');
  return { ok: true, value: { title, hours, completedOn, expiresOn, provider } };
}

export function sentCertificate(fields: FormFields): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, sentText(fields, name)]));
}

export function valuesOfCertificate(facts: CertificateFacts): Readonly<Record<string, string>> {
  return {
    title: facts.title,
    hours: facts.hours === undefined ? '' : String(facts.hours),
    completedOn: facts.completedOn,
    expiresOn: facts.expiresOn ?? '',
    provider: facts.provider,
  };
}
