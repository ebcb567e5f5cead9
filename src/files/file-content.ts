import { activeContentSentence, inspectionRefusalSentence } from '../document-text/text-refusal-content.ts';
import { documentKindNames, type FileRefusal } from './file-kind.ts';

/** What to tell a person whose file was not taken. */
export function fileRefusalSentence(refusal: FileRefusal): string {
  switch (refusal.code) {
    case 'file-missing':
      return 'Choose a file.';
    case 'file-empty':
      return 'The file is empty. Choose a file with content.';
    case 'file-too-large':
      return `The file is larger than ${refusal.megabytes} MB, and nothing was saved. Choose a smaller file: save it anew with smaller pictures, or send a part of it.`;
    case 'file-kind-not-taken':
      return `This kind of file${refusal.found ? ` (${refusal.found})` : ''} can't be taken. Save it as ${documentKindNames} and choose it again.`;
    case 'file-with-macros':
      return 'The file holds macros. Save it without macros (DOCX or XLSX) and choose it again.';
    case 'file-with-active-content':
      return activeContentSentence(refusal.found);
    case 'file-not-inspected':
      return inspectionRefusalSentence(refusal.refusal);
    case 'file-infected':
      return `The virus scanner found something in this file (${refusal.finding}). It was not saved. Ask your IT department.`;
  }
}
