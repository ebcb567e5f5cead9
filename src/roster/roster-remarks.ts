/** What a row's or a person's code means to the sergeant who looks at the preview. */
const sentences: Readonly<Record<string, string>> = {
  'number-shared': 'Someone else in the file has the same number. They stay two people.',
  'same-name': 'Someone else in the file has the same name. They stay two people.',
  'several-numbers':
    'Rows with different numbers were taken for one person: name and hire date or email agree.',
  'name-varies': 'Rows with one number and slightly different names were taken for one person.',
  'number-and-alike-name':
    'The number agrees, and the name nearly does. Please check that this is the person.',
  'name-changed': 'The name is another, but number or email and hire date agree. Please check.',
  'number-changed':
    'The number is another, but the name and other facts agree, and the former number is no longer theirs. Please check.',
  'unclear-person':
    'This may be somebody on the roster. Say whether it is the same person or another. Until then the row is not used.',
  'number-of-another':
    'Somebody else on the roster has this number. This is taken for a new person. Please check.',
  decided: 'You said that this is the person.',
  'no-rank-or-kind': 'The file does not say what this person’s job is. Say whether they are sworn.',
  'unknown-title': 'We do not know this title. Say whether people with it are sworn.',
  'kind-unreadable': 'The column that says who is sworn says neither yes nor no here. Please check.',
  'status-unreadable': 'The status of this row is not known to us. Please check whether the person has left.',
  'sworn-in-some-agencies': 'This title is sworn in some agencies and not in others. Please say.',
  'date-in-file': 'The file gives the last day.',
  'status-in-file':
    'The file says this person left, but gives no last day. Today is taken; a file that gives the day will correct it.',
  'missing-from-full-roster': 'On the roster, but not in the file.',
  'date-unreadable': 'A date in this row could not be read and is left empty.',
  'date-taken': 'A date in this row can not be used as it is written. The day you said is used.',
  'date-guessed': 'A date in this row can be read in two ways. Please check the day we took.',
  'hired-far-in-future': 'The date hired lies far ahead and was left out. Please check it.',
  'separated-before-hired': 'The last day lies before the date hired. Please check them.',
  'duplicate-row': 'It says the same, word for word.',
  'same-person': 'It is about the same person. What this row says more is used.',
  'merged-person': 'It is about the same person. You joined the two before.',
  nameless: 'The row has no name.',
  redacted: 'The name is blacked out.',
  'vacant-position': 'A vacant position.',
  total: 'A totals row.',
  footer: 'A footer, not a person.',
  'repeated-header': 'The column names again.',
  'section-heading': 'A heading inside the table.',
};

/** The sentences of one or several codes with blanks between them; `date-guessed:7` is about row 7. */
export function remarkSentence(codes: string): string {
  return codes.split(' ').map(remarkOfCode).filter(Boolean).join(' ');
}

function remarkOfCode(remark: string): string {
  const [code = '', row] = remark.split(':');
  const sentence = sentences[code];
  if (!sentence) return '';
  return row === undefined ? sentence : `Row ${row}: ${sentence}`;
}
