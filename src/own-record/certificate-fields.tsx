import { personTrainingContent as content } from '../training/person-training-content.ts';
import { DateField } from '../uswds/date-field.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';

export interface CertificateFieldsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

/** What is on a certificate: asked of the person who sends it in, and of the officer who compares. */
export function CertificateFields({ values, errors }: CertificateFieldsProps) {
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <>
      <TextField {...field('title')} label={content.course} hint={content.courseHint} required />
      <TextField {...field('hours')} label={content.hours} width="sm" />
      <DateField {...field('completedOn')} label={content.completedOn} required />
      <DateField {...field('expiresOn')} label={content.expiresOn} hint={content.expiresHint} />
      <TextField {...field('provider')} label={content.provider} />
    </>
  );
}
