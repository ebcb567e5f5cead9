import type { Context, MiddlewareHandler } from 'hono';
import { type Child, createContext, useContext } from 'hono/jsx';

/** The person signed in, as the top of the page shows them. */
export interface PageViewer {
  readonly name: string;
  readonly email: string;
  /** Where they work: their agencies' workspaces, the review queue … in the order shown. */
  readonly places: readonly PageLink[];
}

export interface PageLink {
  readonly label: string;
  readonly href: string;
}

/** The campaign's words around every page. */
export interface PageSite {
  readonly campaignName: string;
  readonly contactEmail: string;
  readonly supportStatement: string;
  readonly disclaimer: string;
  /** Development mode says so on every page and links the mail outbox. */
  readonly development: boolean;
}

/** What stands around a page's own content. */
export interface PageFrame {
  readonly viewer: PageViewer | undefined;
  readonly site: PageSite;
  /** The request's path, which marks the reader's place in the navigation. */
  readonly path: string;
}

const FrameContext = createContext<PageFrame | undefined>(undefined);

/**
 * Gives every `Page` beneath its frame, so that routes don't hand it on. The value belongs to one render:
 * two pages rendered at the same time, with awaits between, keep their own (a test proves it).
 */
export function PageFrameProvider({ frame, children }: { frame: PageFrame; children: Child }) {
  return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>;
}

export function usePageFrame(): PageFrame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A Page was rendered without its frame: answer with c.render(<SomePage />).');
  return frame;
}

/**
 * Middleware that lets routes answer `c.render(<SomePage />)`. `frameOf` is asked when a page is rendered,
 * so the viewer may be found after this middleware ran. For another status: `c.status(422)` before it.
 */
export function pageFrames(frameOf: (c: Context) => PageFrame | Promise<PageFrame>): MiddlewareHandler {
  return async (c, next) => {
    c.setRenderer(async (content) => {
      const frame = await frameOf(c);
      return c.html(<PageFrameProvider frame={frame}>{content}</PageFrameProvider>);
    });
    await next();
  };
}
