import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { type AssetFile, type Encoding, readAssetFiles } from './asset-files.ts';
import { publicFolder } from './asset-url.ts';

const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[];

/**
 * Serves `/assets/<hashed name>`. Only names that the build listed are answered, so no path leads anywhere
 * else; a name stands for one content forever, so browsers never ask twice.
 */
export function assetRoutes(folder: string = publicFolder): Hono {
  const files = readAssetFiles(folder);
  const routes = new Hono();
  routes.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'));
    if (!file) return c.notFound();
    const encoding = chosenEncoding(c, file);
    c.header('Content-Type', file.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') c.header('Content-Encoding', encoding);
    return c.body(file.bodies[encoding] ?? file.bodies.identity);
  });
  return routes;
}

/** The smallest stored form the browser can read. */
function chosenEncoding(c: Context, file: AssetFile): Encoding {
  const readable = (encoding: Encoding) =>
    file.bodies[encoding] !== undefined &&
    accepts(c, { header: 'Accept-Encoding', supports: [encoding], default: '' }) === encoding;
  return encodings.find(readable) ?? 'identity';
}
