import { z } from 'zod';
import { personName } from '../identity/person-name-field.ts';
import { staffCredentialContent } from './staff-credential-content.ts';

const { nameMissing } = staffCredentialContent.form;

export const staffCredentialForm = z.object({ name: personName(nameMissing, nameMissing) });
