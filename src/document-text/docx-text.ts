import { createRequire } from 'node:module';
import { done, type Outcome, refused } from '../outcome.ts';
import type { DocumentText, TextLimits, TextPassage, TextRefusal } from './document-text.ts';
import { isHeading } from './heading.ts';

// Its types name no default export, which is all that Node finds in it.
const mammoth: typeof import('mammoth') = createRequire(import.meta.url)('mammoth');

/** Reads a DOCX by its headings. Pictures are left where they are, and nothing outside the file is opened. */
export async function readDocxText(
  file: Buffer,
  limits: TextLimits,
): Promise<Outcome<DocumentText, TextRefusal>> {
  let html: string;
  try {
    const noPicture = mammoth.images.imgElement(async () => ({ src: '' }));
    const read = await mammoth.convertToHtml(
      { buffer: file },
      { convertImage: noPicture, externalFileAccess: false, includeEmbeddedStyleMap: false, styleMap },
    );
    html = read.value;
  } catch (error) {
    if (error instanceof Error) return refused({ code: 'text-unreadable' });
    throw error;
  }
  if (html.length > limits.letters * 2) return refused({ code: 'text-too-large' });
  const passages = passagesIn(html);
  return passages.length === 0 ? refused({ code: 'text-missing' }) : done({ pages: undefined, passages });
}

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
const piece = /<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g;
const blocks = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'tr',
  'table',
  'ul',
  'ol',
]);

/** The paragraphs of well-formed HTML, as mammoth writes it. */
export function passagesIn(html: string): readonly TextPassage[] {
  const passages: TextPassage[] = [];
  let section = '';
  let text = '';
  let strong = '';
  let isStrong = false;
  let isHeadingTag = false;
  const end = () => {
    const whole = plain(text);
    if (whole !== '') {
      const look = plain(strong) === whole ? 'strong' : 'plain';
      if (isHeadingTag || isHeading(whole, look)) section = whole;
      else passages.push({ page: undefined, section, text: whole });
    }
    text = '';
    strong = '';
  };
  for (const [, closes, tag, words] of html.matchAll(piece)) {
    if (words !== undefined) {
      text += words;
      if (isStrong) strong += words;
    } else if (tag === 'strong') isStrong = closes === '';
    else if (tag === 'br') text += ' ';
    else if (tag !== undefined && blocks.has(tag)) {
      end();
      if (/^h\d$/.test(tag)) isHeadingTag = closes === '';
    }
  }
  end();
  return passages;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function plain(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
