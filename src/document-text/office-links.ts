/** Links that Word and Excel follow by themselves when they open a file. */
const followed = /\/(?:oleObject|frame|subDocument|attachedTemplate|aFChunk|image|video|audio|media)$/;

/** Whether a file's list of links names one that is followed by itself and leads off the machine it is opened on. */
export function externallyLoaded(relationships: string): boolean {
  const links = relationships.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  return links.some((link) => {
    const isExternal = attribute(link, 'TargetMode').toLowerCase() === 'external';
    return isExternal && followed.test(attribute(link, 'Type')) && leadsAway(attribute(link, 'Target'));
  });
}

/** A template on the writer's own disk is nowhere else, and harmless; a name alone lies beside the file. */
function leadsAway(target: string): boolean {
  const address = target.trim().replaceAll('\\', '/').toLowerCase();
  if (address.startsWith('file:')) return !/^file:\/*(?:localhost\/)?[a-z][:|]\//.test(address);
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/.test(address);
}

function attribute(link: string, name: string): string {
  const [, , value = ''] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(link) ?? [];
  return value
    .replace(/&#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));/g, (_, hex: string | undefined, digits: string) =>
      String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(digits))),
    )
    .replaceAll('&amp;', '&');
}
