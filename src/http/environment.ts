import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Databases } from '../database/database.ts';
import type { DocumentMaker } from '../documents/document-maker.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Identity } from '../identity/identity.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Metrics } from './metrics.ts';

/** What the program is made of; wired in one place for the server, the command line and the tests alike. */
export interface Deps {
  readonly config: Config;
  readonly db: Databases;
  /** The present moment; tests set it. */
  readonly now: () => Date;
  readonly log: Logger;
  readonly identity: Identity;
  readonly files: FileStore;
  readonly documents: DocumentMaker;
  readonly metrics: Metrics;
  /** Tells the deliverer that a message may be waiting, so that mail leaves within a moment of its cause. */
  readonly mailPosted: () => void;
  /** Tells the worker that work may be waiting, so that it begins within a moment. */
  readonly jobPosted: () => void;
}

/** What every handler finds on its context. */
export interface AppEnv {
  Variables: {
    deps: Deps;
    requestId: string;
    /** Loaded once a request, when something first asks for it. */
    viewer: Viewer | undefined;
  };
}
