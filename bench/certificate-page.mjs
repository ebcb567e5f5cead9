import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { qrCodeSvg } from '../dist/documents/qr-code.js';
import { root } from '../scripts/paths.mjs';

const templates = join(root, 'documents', 'templates');
const fonts = join(root, 'documents', 'fonts');

const addressOf = (path) => pathToFileURL(path).href;
const face = (style, weight, file) =>
  `@font-face { font-family: Garamond; font-style: ${style}; font-weight: ${weight}; src: url(${addressOf(join(fonts, file))}) }`;
const plain = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const styles = `
${face('normal', 400, 'EBGaramond-Regular.ttf')}
${face('italic', 400, 'EBGaramond-Italic.ttf')}
${face('normal', 600, 'EBGaramond-SemiBold.ttf')}
@page { size: 11in 8.5in; margin: 0 }
body { margin: 0; font-family: Garamond; color: #1b1b1b }
main { box-sizing: border-box; width: 11in; height: 8.5in; padding: .82in .95in .78in; text-align: center;
  display: flex; flex-direction: column; justify-content: space-between;
  background: url(${addressOf(join(templates, 'frame.svg'))}) }
h1 { font-size: 50pt; font-weight: 400; margin: 0; color: #14333d }
h2 { font-size: 40pt; font-weight: 600; margin: 0; color: #14333d; text-wrap: balance }
p { margin: 0 } .mark { width: 40pt } .campaign { font-variant: small-caps; font-size: 16pt }
.statement { font-size: 15pt; width: 8.1in; margin: 0 auto; text-wrap: balance } .small { font-size: 7pt; color: #565c65 }
footer { display: grid; grid-template-columns: 3fr 2.4fr 3fr; align-items: end } .qr svg { width: 76pt }
.left { text-align: left; border-top: 0.7pt solid #14333d } .right { text-align: right }
`;

/** The same words and pictures as certificate.typ sets. */
export function certificateBody(facts) {
  return `<main><div><img class="mark" alt="" src="${addressOf(join(templates, 'mark.svg'))}">
<p class="campaign">${plain(facts.campaignName)}</p></div>
<h1>Certificate of Completion</h1><p><i>This certifies that</i></p><div><h2>${plain(facts.agencyName)}</h2>
<p>${plain(facts.place)}</p></div><p class="statement">${plain(facts.statement)}</p>
<footer><div class="left"><b>${plain(facts.signatory.name)}</b><br><i>${plain(facts.signatory.title)}</i></div>
<div><i>Certified on</i><br>${facts.certifiedOn}<br><i>Certificate number</i><br>${facts.number}</div>
<div class="right"><i>Check this certificate at</i><br><a href="${facts.verifyUrl}">${facts.verifyUrl}</a>
<span class="qr" role="img" aria-label="QR code that opens ${facts.verifyUrl}">${qrCodeSvg(facts.verifyUrl)}</span></div></footer>
<p class="small">Pledge taken ${facts.pledgedOn} under the rules “${plain(facts.rulesTitle)}”. Issued by ${plain(facts.issuer)}.<br>
The record behind this certificate has the SHA-256 digest ${facts.snapshotHash}.</p></main>`;
}

/** A document of one certificate. */
export function certificatePage(facts) {
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<title>Certificate of Completion: ${plain(facts.agencyName)}</title><style>${styles}</style></head>
<body>${certificateBody(facts)}</body></html>`;
}
