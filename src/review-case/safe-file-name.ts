/** What is no letter or figure may mean something to an unpacking program. */
export function safeFileName(fileName: string): string {
  return fileName
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-100);
}
