import type { Channel } from '../../src/core/util/rpc';

interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The editor's interface for the page, which may be asked for once in a page's life. */
export const vscode = acquireVsCodeApi();

export function hostChannel(): Channel {
  return {
    send: (message) => vscode.postMessage(message),
    listen: (receive) => window.addEventListener('message', (event) => receive(event.data)),
  };
}
