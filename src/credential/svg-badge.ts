import { done, type Outcome, refused } from '../outcome.ts';
import type { UnreadableReason } from './credential-check.ts';
import type { CredentialKey } from './credential-key.ts';
import { type SealedPicture, sealOf, sealShape } from './picture-seal.ts';
import type { BakedCredential } from './png-badge.ts';

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

const sealHead = '<!--onemind-seal ';
const sealEnd = '-->';

/** Seals a whole SVG: a remark behind its end, signed over everything before it. */
export function sealSvg(svg: string, key: Pick<CredentialKey, 'privateKey'>): string {
  return `${svg}${sealHead}${sealOf([Buffer.from(svg)], key)}${sealEnd}`;
}

function sealedIn(svg: string): SealedPicture | undefined {
  const at = svg.lastIndexOf(sealHead);
  const seal = svg.slice(at + sealHead.length, -sealEnd.length);
  if (at < 0 || !sealShape.test(seal) || !svg.endsWith(sealEnd)) return undefined;
  return { around: [Buffer.from(svg.slice(0, at))], seal };
}

/** The credential in an SVG, and its seal. Text that isn't an SVG from its first tag to its last is none. */
export function readBakedSvg(text: string): Outcome<BakedCredential, { readonly code: UnreadableReason }> {
  const svg = text.trim();
  if (!isSvg(svg)) return refused({ code: 'not-a-picture' });
  const found = elementIn(svg);
  return found.ok ? done({ text: found.value, sealed: sealedIn(svg) }) : found;
}

/** More remarks before a drawing than anybody writes. */
const mostProlog = 20;

/** Whether the outermost element is `svg`, and nothing but a remark follows it. */
function isSvg(text: string): boolean {
  let rest = text;
  for (let part = 0; part < mostProlog && !/^<svg[\s>]/.test(rest); part += 1) {
    const ending = /^<\?xml\s/.test(rest) ? '?>' : rest.startsWith('<!--') ? '-->' : '>';
    const isProlog = ending !== '>' || /^<!DOCTYPE svg[^<>[]*>/.test(rest);
    const end = rest.indexOf(ending);
    if (!isProlog || end < 0) return false;
    rest = rest.slice(end + ending.length).trimStart();
  }
  const behind = rest.slice(rest.lastIndexOf('</svg>')).slice('</svg>'.length).trim();
  const isClosed = rest.includes('</svg>') && (behind === '' || /^<!--[^<>]*-->$/.test(behind));
  return isClosed && /^<svg[\s>]/.test(rest);
}

/** The text of the element, or what its `verify` attribute holds. Reads, and runs nothing. */
function elementIn(svg: string): Outcome<string, { readonly code: UnreadableReason }> {
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
