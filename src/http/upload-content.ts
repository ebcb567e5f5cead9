/** What to tell a person whose form with files could not be taken in. Nothing is saved in any of these cases. */
export const uploadContent = {
  noFile: 'No file came with the form. Go back, choose a file and send it again.',
  cutOff: 'The file did not arrive whole, and nothing was saved. Check your connection and send it again.',
  tooLong: 'A text in the form is too long. Shorten it and send it again; nothing was saved.',
  tooManyFields: 'The form holds more fields than ours do. Go back and send it again; nothing was saved.',
  tooManyFiles: (limit: number) =>
    `More than ${limit === 1 ? 'one file' : `${limit} files`} came at once. Send them one after the other; nothing was saved.`,
} as const;
