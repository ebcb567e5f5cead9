const longest = 150;

/**
 * What a browser called a file, fit to show and to offer for download (it never becomes a path): the last part of it,
 * without control characters and without those that turn the direction of writing, which make `fdp.exe` read `exe.pdf`.
 * Of a long name the end stays, which tells the kind.
 */
export function shownFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '')
    .trim();
  return shown === '' ? 'file' : [...shown].slice(-longest).join('');
}
