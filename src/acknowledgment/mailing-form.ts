import { z } from 'zod';
import { mailingContent as content } from './mailing-content.ts';

/** To whom to send. */
export const sendForm = z
  .object({
    audience: z.enum(['not-asked', 'unit', 'reminder'], content.errors.audience),
    unit: z.string().max(200).catch(''),
  })
  .transform((sent, context) => {
    const { audience, unit } = sent;
    if (audience !== 'unit') return { is: audience };
    if (unit === '') {
      context.addIssue({ code: 'custom', path: ['unit'], message: content.errors.unit });
      return z.NEVER;
    }
    return { is: audience, unit };
  });

/** Whether to ask on its own. */
export const askingForm = z.object({
  asksByMail: z
    .string()
    .optional()
    .transform((sent) => sent === 'yes'),
  reminderDays: z
    .string()
    .optional()
    .transform((sent) => (sent ?? '').trim())
    .pipe(
      z.literal('').or(
        z
          .string()
          .regex(/^\d{1,2}$/, content.own.reminderError)
          .transform(Number)
          .pipe(z.number().min(3, content.own.reminderError).max(90, content.own.reminderError)),
      ),
    )
    .transform((days) => (days === '' ? undefined : days)),
});
