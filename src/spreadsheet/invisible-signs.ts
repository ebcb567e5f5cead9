/** Direction marks, zero-width spaces, soft hyphens and byte order marks: signs without a shape of their own. */
const signs = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Joiners decide how letters of these scripts look, so between two of them they are spelling. */
const joiners =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])[\u200c\u200d]+/gu;
const plain = /^[ -~]*$/;

/**
 * A text without signs that nobody sees. They come along when names are copied from web pages and directories, and
 * would make two persons of one, or show `\u202eBaker` backwards. A sign goes without leaving a blank, so that
 * `Al\u200bex` is `Alex`; joiners stay behind letters of scripts that are spelled with them.
 *
 * This is for what identifies somebody or something (names, staff numbers, addresses of email, headings) and for
 * reading dates. Texts that somebody wrote, such as the title of a course, a unit or a note, are kept sign by sign as
 * the file has them: there a sign may be meant, and nothing is told apart by it.
 */
export function withoutInvisibleSigns(text: string): string {
  return plain.test(text) ? text : text.replace(signs, '').replace(joiners, '');
}
