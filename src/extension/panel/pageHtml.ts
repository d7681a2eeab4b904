/** The parts of a page. All of them are ours, and none comes from a note. */
export interface PageParts {
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** The scripts that the page loads later, when a note needs them, by what they are for. */
  readonly later?: Readonly<Record<string, string>>;
  /** It tells whether the page itself answers to the key for finding. */
  readonly findKey?: boolean;
  /** The editor's language, as in `vscode.env.language`. */
  readonly language: string;
  readonly title: string;
}

/**
 * Writes the page of the panel or of the map. Only the script with the nonce and what that imports runs, nothing is loaded from
 * the network, and text brings no styles of its own. What a diagram might ask for while it is drawn, such as a node's picture, is
 * taken out before; the policy is what stops the ways that we do not know. The nonce for styles is for those that a script
 * makes to measure a diagram.
 */
export function pageHtml({ cspSource, script, style, later = {}, findKey, language, title }: PageParts): string {
  const nonce = createNonce();
  const scripts = Object.entries(later).map(([name, address]) => ` data-${name}="${attribute(address)}"`);
  const data = `${scripts.join('')}${findKey === true ? ' data-find-key' : ''}`;
  const policy = [
    `default-src 'none'`,
    `img-src ${cspSource}`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>${attribute(title)}</title>
</head>
<body>
<script nonce="${nonce}" src="${attribute(script)}"${data}></script>
</body>
</html>
`;
}

/** Returns 128 random bits as hexadecimal digits. */
function createNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
