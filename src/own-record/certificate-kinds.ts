import type { TakenKinds } from '../files/document-intake.ts';

/** What a certificate may be sent in as: a scan or a photo. */
export const certificateKinds: TakenKinds = {
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  suffixes: ['.pdf', '.png', '.jpg', '.jpeg'],
  inWords: 'PDF, PNG or JPEG',
};
