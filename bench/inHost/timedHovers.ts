import Module from 'node:module';
import type * as vscode from 'vscode';

type Load = (request: string, parent: { readonly filename: string } | undefined, isMain: boolean) => unknown;

/**
 * Returns the milliseconds that the hover providers of an extension took for one question, all together, by the place of the
 * question. It must be called before the extension's code is loaded, because that code then gets an editor's interface that takes
 * the time.
 */
export function timeHovers(extensionPath: string): Map<string, number> {
  const times = new Map<string, number>();
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (request, parent, isMain) => {
    const loaded = load(request, parent, isMain);
    const isOurs = request === 'vscode' && parent?.filename.startsWith(extensionPath) === true;
    return isOurs ? withTimes(loaded as typeof vscode, times) : loaded;
  };
  return times;
}

export function placeKey({ uri }: vscode.TextDocument, { line, character }: vscode.Position): string {
  return `${uri.toString()}:${line}:${character}`;
}

function withTimes(api: typeof vscode, times: Map<string, number>): typeof vscode {
  const registerHoverProvider: typeof api.languages.registerHoverProvider = (selector, provider) =>
    api.languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        const start = performance.now();
        const hover = await provider.provideHover(document, position, token);
        const key = placeKey(document, position);
        // The providers work at the same time, so the last one tells how long all took.
        times.set(key, Math.max(times.get(key) ?? 0, performance.now() - start));
        return hover;
      },
    });
  return { ...api, languages: { ...api.languages, registerHoverProvider } };
}
