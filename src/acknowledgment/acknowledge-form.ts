import { z } from 'zod';
import { personName } from '../identity/person-name-field.ts';
import { acknowledgeContent as content } from './link-content.ts';

/** The box ticked, and the name typed. */
export const acknowledgeForm = z.object({
  hasRead: z.literal('yes', content.boxMissing),
  name: personName(content.nameMissing, content.nameMissing),
});
