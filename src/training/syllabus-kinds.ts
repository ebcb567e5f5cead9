import type { TakenKinds } from '../files/document-intake.ts';

/** What a syllabus may be sent in as: a document with text that the campaign can read through. */
export const syllabusKinds: TakenKinds = {
  mediaTypes: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  suffixes: ['.pdf', '.docx'],
  inWords: 'PDF or DOCX',
};
