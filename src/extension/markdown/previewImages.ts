import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { imageAddress } from '../../core/notes/imageAddress';
import { currentRule } from '../../core/notes/renderRule';
import { prefixOf } from '../../source/folders';

/** The kinds of images by the ends of their names, and the size of the largest one that is put into the page, in bytes. */
const kinds: Readonly<Record<string, string>> = {
  svg: 'svg+xml',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};
const largest = 2_000_000;

/**
 * The images of the notes that previews show. Where a note lies outside of the workspace, or the workspace is not trusted, a preview may
 * load nothing but what lies in the note's own folder. So an image from elsewhere in the folder of notes is put into the page itself.
 */
export class PreviewImages {
  private readonly known = new Map<string, string | undefined>();

  /** `rendered` is told the note that is rendered with such an image, `wasRead` that an image was read. */
  constructor(
    private readonly rendered: (note: vscode.Uri) => void,
    private readonly wasRead: () => void,
  ) {}

  /** Has a preview show them. `rootOf` returns the folder of notes around a document, if it is a note. */
  use(md: MarkdownIt, noteOf: (env: unknown) => vscode.Uri | undefined, rootOf: (note: vscode.Uri) => vscode.Uri): void {
    const original = currentRule(md, 'image');
    md.renderer.rules.image = (tokens, at, options, env, self) => {
      const token = tokens[at];
      const note = noteOf(env);
      if (note !== undefined && token !== undefined) {
        // The preview has put the address that it would load in the place of the one that is written.
        const written = String(token.attrGet('data-src') ?? token.attrGet('src') ?? '');
        const data = this.dataOf(note, rootOf(note), written);
        if (data !== undefined) {
          token.attrSet('src', data);
          token.attrSet('data-src', written);
        }
      }
      return original(tokens, at, options, env, self);
    };
    for (const name of ['html_block', 'html_inline'] as const) {
      const written = md.renderer.rules[name];
      md.renderer.rules[name] = (tokens, at, options, env, self) => {
        const html = written === undefined ? (tokens[at]?.content ?? '') : written(tokens, at, options, env, self);
        const note = noteOf(env);
        return note === undefined ? html : this.withImages(html, note, rootOf(note));
      };
    }
  }

  /** Returns HTML with the images that the preview itself could not load. */
  private withImages(html: string, note: vscode.Uri, root: vscode.Uri): string {
    return html.replace(
      /(<img\b[^>]{0,1000}?\ssrc\s*=\s*")([^"]{1,1000})(")/gi,
      (whole, before: string, source: string, end: string) => {
        const data = this.dataOf(note, root, source);
        return data === undefined ? whole : before + data + end;
      },
    );
  }

  /** Returns an image as a `data:` address; undefined where the preview loads it itself, or where it is not read yet. */
  private dataOf(note: vscode.Uri, root: vscode.Uri, source: string): string | undefined {
    const folder = prefixOf(vscode.Uri.joinPath(note, '..').toString());
    const address = imageAddress(source, folder, prefixOf(root.toString()));
    if (address === undefined || address.startsWith(folder)) return undefined;
    if (vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(note) !== undefined) return undefined;
    this.rendered(note);
    if (!this.known.has(address)) {
      this.known.set(address, undefined);
      void this.read(address);
    }
    return this.known.get(address);
  }

  private async read(address: string): Promise<void> {
    const uri = vscode.Uri.parse(address.replace(/[?#].*$/, ''));
    const kind = kinds[/\.(\w+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? ''];
    if (kind === undefined) return;
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > largest) return;
      const bytes = await vscode.workspace.fs.readFile(uri);
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      this.known.set(address, `data:image/${kind};base64,${btoa(binary)}`);
      this.wasRead();
    } catch {
      // The preview shows the image as one that is missing, which it is.
    }
  }
}
