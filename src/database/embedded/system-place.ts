import { chmod, mkdir } from 'node:fs/promises';

/** The folder for what must lie where every user of the machine can reach it. Only root may create it. */
export async function systemPlace(): Promise<string> {
  const place = '/var/lib/onemind';
  await mkdir(place, { recursive: true });
  await chmod(place, 0o755);
  return place;
}
