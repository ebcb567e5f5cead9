import type { ActiveContent, InspectionRefusal, TextRefusal } from './document-text.ts';

/** What to tell a person whose document gave no text. */
export function textRefusalSentence(refusal: TextRefusal): string {
  switch (refusal.code) {
    case 'text-encrypted':
      return 'This document opens only with a password. Save it without a password and upload it again.';
    case 'text-missing':
      return 'This document is a scan: it holds no text to read. Upload the file it was printed from, or enter the pages yourself.';
    case 'text-too-many-pages':
      return `This document has more than ${refusal.limit.toLocaleString('en-US')} pages. Upload the policy alone, without the rest of the manual.`;
    case 'text-too-large':
      return 'This document unpacks to far more than a policy holds, so it was not read. Save it anew and upload it again.';
    case 'text-took-too-long':
      return `Reading this document took more than ${refusal.seconds} seconds, so it was stopped. Save it anew and upload it again.`;
    case 'text-unreadable':
      return 'This document is damaged and can’t be read. Save it anew and upload it again.';
  }
}

/** What to tell a person whose file could not be looked through, and was not kept. */
export function inspectionRefusalSentence(refusal: InspectionRefusal): string {
  switch (refusal.code) {
    case 'text-encrypted':
      return 'This file opens only with a password. Save it without a password and choose it again.';
    case 'inspection-locked':
      return 'This file is locked against changes, so nobody can check what it holds. Save it without the lock, or print it to a new PDF, and choose it again.';
    case 'text-too-large':
      return 'This file unpacks to far more than a document holds, so it was not kept. Print it to a new PDF and choose it again.';
    case 'text-took-too-long':
      return `Checking this file took more than ${refusal.seconds} seconds, so it was stopped. Print it to a new PDF, or send a part of it, and choose it again.`;
    case 'inspection-busy':
      return 'Many files are being checked right now, so this one was not. Wait a minute and choose it again.';
    case 'picture-damaged':
      return 'This picture is damaged. Open it, save it anew as PNG or JPEG, and choose it again.';
    case 'picture-too-large':
      return `This picture has more than ${refusal.megapixels} million points. Save it smaller and choose it again.`;
    case 'text-missing':
    case 'text-too-many-pages':
    case 'text-unreadable':
      return textRefusalSentence(refusal);
  }
}

const foundWords: Readonly<Record<ActiveContent, string>> = {
  macros: 'The file holds macros, even if its name says otherwise. Save it without macros',
  script: 'The file holds a script (JavaScript). Print it to a new PDF',
  'live-form': 'The file is a form that is put together by a program inside it (XFA). Print it to a new PDF',
  'program-start': 'The file tries to start a program when it is opened. Print it to a new PDF',
  'embedded-file': 'Another file is hidden inside this one. Save it without attachments and embedded objects',
  control: 'The file holds a control that can run a program (ActiveX). Save it without',
  'outside-content': 'The file loads or sends something by itself when it is opened. Print it to a new PDF',
  'unsafe-link':
    'A link in the file leads to a file or a program, not to a web page. Take out links that begin with “file:”',
};

/** What to tell a person whose file does something when it is opened. */
export function activeContentSentence(found: ActiveContent): string {
  return `${foundWords[found]} and choose it again.`;
}
