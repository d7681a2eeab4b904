import type { LaterScript } from '../../src/protocol/panel';

/** The assets that the page is told of when it is made. */
export interface Assets {
  /** The nonce of the page's policy. */
  readonly nonce: string;
  /** The addresses of the scripts that the page loads when it needs them. */
  readonly scripts: Readonly<Record<LaterScript, string>>;
  /** It tells whether the page itself answers to the key for finding. Tabs have the editor's own widget. */
  readonly findKey: boolean;
}
