import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type PlaceLimits, ReadingPlaces } from './reading-places.ts';
import { receiveShown } from './shown-body-routes.ts';

const limits: PlaceLimits = {
  places: 3,
  placesOfAddress: 2,
  ownBytes: 100_000,
  sharedBytes: 300_000,
  patience: 1_000,
  deadline: 60_000,
};

/** One that answers how each body was received. */
function server(changes: Partial<PlaceLimits> = {}) {
  const places = new ReadingPlaces({ ...limits, ...changes });
  return new Hono().post('/', async (c) => {
    const taken = places.take(c.req.header('x-from') ?? '', performance.now());
    if (!taken.ok) return c.text(taken.refusal.code);
    try {
      const received = await receiveShown(c, taken.value);
      return c.text(received.ok ? `${received.value?.length}` : received.refusal.code);
    } finally {
      taken.value.leave();
    }
  });
}

const opening = new TextEncoder().encode(
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
);

/** A body without a length that begins, sends so many parts of 50,000 bytes and, unless told otherwise, never ends. */
function send(app: Hono, from: string, parts: number, ends = false): Promise<string> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(opening);
      for (let part = 0; part < parts; part += 1) controller.enqueue(new Uint8Array(50_000));
      if (!ends) return;
      controller.enqueue(new TextEncoder().encode('\r\n--x--\r\n'));
      controller.close();
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-from': from };
  const request = new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' });
  return Promise.resolve(app.request(request)).then((answer) => answer.text());
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('what many people show at once', () => {
  it('is read whole where there is room', async () => {
    expect(await send(server(), 'a', 2, true)).toBe('100000');
  });

  it('takes few places of one address, and no more than there are', async () => {
    const app = server();
    for (const from of ['a', 'a', 'b']) void send(app, from, 1);
    await soon();
    expect(await send(app, 'a', 1, true)).toBe('address-places-taken');
    expect(await send(app, 'c', 1, true)).toBe('all-places-taken');
  });

  it('lets who sends nothing give way to who comes newly, in the order they came', async () => {
    const app = server({ patience: 20 });
    const idle = send(app, 'a', 0);
    const others = [send(app, 'a', 0), send(app, 'b', 0)];
    await soon();
    expect(await send(app, 'a', 1, true)).toBe('50000');
    expect(await idle).toBe('too-slow');
    expect(await send(app, 'c', 1, true)).toBe('50000');
    expect(others).toHaveLength(2);
  });

  it('ends by a deadline', async () => {
    expect(await send(server({ deadline: 30 }), 'a', 1)).toBe('too-slow');
  });

  it('holds no more bytes than there is room for, and still takes small files', async () => {
    const app = server({ places: 9, placesOfAddress: 9 });
    const large = [send(app, 'a', 7), send(app, 'b', 7)];
    expect(await Promise.any(large)).toBe('memory-full');
    expect(await send(app, 'c', 2, true)).toBe('100000');
  });

  it('gives the room back', async () => {
    const app = server();
    for (let turn = 0; turn < 5; turn += 1) expect(await send(app, 'a', 7, true)).toBe('350000');
  });

  it('is refused by the length it names before it is read', async () => {
    const app = server();
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '99000000' };
    const answer = await app.request('/', { method: 'POST', headers, body: 'x' });
    expect(await answer.text()).toBe('too-large');
  });
});
