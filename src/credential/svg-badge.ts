import { done, type Outcome, refused } from '../outcome.ts';
import type { UnreadableReason } from './credential-check.ts';

const element = 'openbadges:credential';
const namespace = 'https://purl.imsglobal.org/ob/v3p0';

/** Bakes a credential (JSON) into an SVG: an element right behind the first tag, as Open Badges 3.0 (5.3.2) says. */
export function bakeSvg(svg: string, credential: string): string {
  // The only text in JSON that could end the section stands in a string, where an escape means the same.
  const section = `<![CDATA[${credential.replaceAll(']]>', ']]\\u003e')}]]>`;
  const end = svg.indexOf('>', svg.indexOf('<svg'));
  if (end < 0) throw new Error('Only an SVG can have a credential baked in.');
  const head = `${svg.slice(0, end)} xmlns:openbadges="${namespace}">`;
  return `${head}<${element}>${section}</${element}>${svg.slice(end + 1)}`;
}

/** The credential in an SVG: the text of the element, or what its `verify` attribute holds. Reads, and runs nothing. */
export function readBakedSvg(svg: string): Outcome<string, { readonly code: UnreadableReason }> {
  const start = svg.indexOf(`<${element}`);
  if (start < 0) return refused({ code: 'nothing-baked' });
  const headEnd = svg.indexOf('>', start);
  if (headEnd < 0) return refused({ code: 'image-broken' });
  const head = svg.slice(start, headEnd);
  const token = /\sverify\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  const bodyEnd = head.endsWith('/') ? headEnd : svg.indexOf(`</${element}>`, headEnd);
  if (bodyEnd < 0) return refused({ code: 'image-broken' });
  if (svg.includes(`<${element}`, bodyEnd)) return refused({ code: 'several-baked' });
  const body = head.endsWith('/') ? '' : svg.slice(headEnd + 1, bodyEnd).trim();
  if (token !== undefined) return body === '' ? done(token) : refused({ code: 'several-baked' });
  return body.startsWith('<![CDATA[') && body.endsWith(']]>')
    ? done(body.slice(9, -3))
    : done(unescaped(body));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}
