/** What a file may be called by its kind; the first is the one it gets. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/csv': ['csv', 'txt', 'tsv'],
  'application/zip': ['zip'],
};

/** Endings by which a computer starts a file, or a browser shows it as a page, whatever stands in it. */
const dangerous =
  /\.(?:hta|html?|xhtml|shtml|mht|mhtml|svg|xml|xsl|js|jse|mjs|vbs|vbe|wsf|wsh|exe|com|scr|pif|bat|cmd|ps1|psm1|lnk|url|msi|msp|jar|reg|cpl|dll|chm|hlp|iso|img|vhdx?|appref-ms|application|scf|library-ms|searchconnector-ms|docm|dotm|xlsm|xltm|xlam|xlsb|pptm|sct|inf|gadget|desktop|sh|command)$/i;

/**
 * The name under which a file is kept and given out: with the ending of the kind that was found in it, so that no
 * computer opens it as anything else. A kind without an ending of its own keeps its name, unless that is one to start.
 */
export function servedName(name: string, mediaType: string): string {
  // Windows leaves blanks and dots at the end of a name out; a sign of direction shows a name backwards.
  const plain = name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\s.]+$/, '');
  const fitting = Object.hasOwn(endings, mediaType) ? endings[mediaType] : undefined;
  if (!fitting) return dangerous.test(plain) ? `${plain}.bin` : plain;
  const dot = plain.lastIndexOf('.');
  const ending = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase();
  if (fitting.includes(ending)) return plain;
  const isEnding = dot > 0 && /^[a-z0-9_-]{1,20}$/i.test(ending) && /[a-z]/i.test(ending);
  const stem = isEnding ? plain.slice(0, dot) : plain;
  if (fitting.some((fit) => stem.toLowerCase().endsWith(`.${fit}`))) return stem;
  return `${stem === '' ? 'file' : stem}.${fitting[0]}`;
}
