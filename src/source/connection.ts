import { Fault, faultOf, SourceError, type FaultCode } from './sourceError';
import { Standstill } from './standstill';

/** The redirects that are followed. */
const mostRedirects = 5;

/** A request to a server. It ends when no byte has come for too long; close it. */
export class Connection {
  private readonly silence: Standstill;
  /** Aborts when somebody cancels, and when the server is silent. */
  readonly signal: AbortSignal;

  constructor(
    private readonly url: string,
    private readonly cancelled: AbortSignal,
    milliseconds: number,
  ) {
    const silent = new SourceError('silent', [url, String(Math.round(milliseconds / 1000))]);
    this.silence = new Standstill(milliseconds, silent);
    this.signal = AbortSignal.any([cancelled, this.silence.signal]);
  }

  /** Throws a {@link SourceError}: `unsafe`, `network`, `http`, `silent`; an abort where somebody cancelled. */
  async request(): Promise<Response & { readonly body: ReadableStream<Uint8Array> }> {
    let url = this.url;
    for (let redirects = 0; ; redirects++) {
      if (!isSafe(url)) throw new SourceError('unsafe', [url]);
      const response = await fetch(url, { signal: this.signal, redirect: 'manual' }).catch((error: unknown) => {
        throw this.explained(error, () => new SourceError('network', [url, reasonOf(error)]));
      });
      this.heard();
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null) {
        if (!response.ok || !hasBody(response)) throw new SourceError('http', [url, String(response.status)]);
        return response;
      }
      await response.body?.cancel();
      if (redirects === mostRedirects)
        throw networkFault(this.url, 'redirects', String(mostRedirects), `more than ${mostRedirects} redirects`);
      if (!URL.canParse(location, url)) throw networkFault(url, 'redirect', location, `a redirect to ${location}`);
      url = new URL(location, url).href;
    }
  }

  /** Says that a byte came. */
  heard(): void {
    this.silence.moved();
  }

  /** Returns why something failed: silence, a cancellation (the error itself), else what `otherwise` makes of it. */
  explained(error: unknown, otherwise: () => unknown): unknown {
    if (error instanceof SourceError || this.cancelled.aborted) return error;
    return this.silence.signal.aborted ? this.silence.signal.reason : otherwise();
  }

  close(): void {
    this.silence.close();
  }
}

/** Returns whether nobody on the way can change what comes from an address: it is https, or this machine's own. */
export function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

function networkFault(url: string, code: FaultCode, value: string, words: string): SourceError {
  return new SourceError('network', [url, ...faultOf(new Fault(code, value, words))]);
}

/** Returns what the network said. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}

function hasBody(response: Response): response is Response & { readonly body: ReadableStream<Uint8Array> } {
  return response.body !== null;
}
