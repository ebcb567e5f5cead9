import { createHash } from 'node:crypto';

/** A finished page and the mark browsers ask again with. */
export interface RememberedPage {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Of the content, in quotes as HTTP wants it. */
  readonly etag: string;
}

/**
 * Pages made once, by address, for as long as `version` stands: with another version everything is forgotten. The
 * version comes from the database with each request, so that processes that know nothing of each other never show
 * what was before. The pages asked for longest ago go when there are more than `bytes`.
 */
export class PageMemory {
  readonly #bytes: number;
  readonly #pages = new Map<string, RememberedPage>();
  #version = '';
  #held = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  find(version: string, address: string): RememberedPage | undefined {
    if (version !== this.#version) return undefined;
    const page = this.#pages.get(address);
    if (!page) return undefined;
    this.#pages.delete(address);
    this.#pages.set(address, page);
    return page;
  }

  /** `version` is the one that stood before the page's facts were read: newer facts do no harm, older ones would. */
  keep(version: string, address: string, body: Uint8Array<ArrayBuffer>): RememberedPage {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const page = { body, etag };
    if (version !== this.#version) this.#forgetAll(version);
    this.#held += body.length - (this.#pages.get(address)?.body.length ?? 0);
    this.#pages.set(address, page);
    for (const [oldest, { body: longest }] of this.#pages) {
      if (this.#held <= this.#bytes) break;
      this.#pages.delete(oldest);
      this.#held -= longest.length;
    }
    return page;
  }

  #forgetAll(version: string): void {
    this.#pages.clear();
    this.#held = 0;
    this.#version = version;
  }
}
