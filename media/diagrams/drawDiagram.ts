import mermaid from 'mermaid';
import { withInlineStyles } from './inlineStyles';
import { prepareDiagram, type PreparedAnchor } from './prepareDiagram';
import { safePicture, type SafePicture } from './safePicture';
import type { Theme } from './theme';

export type Drawing =
  | { readonly ok: true; readonly picture: SafePicture; readonly anchors: readonly PreparedAnchor[] }
  /** The error in Mermaid's own words, which are English. */
  | { readonly ok: false; readonly error: string; readonly anchors: readonly PreparedAnchor[] };

/** The picture that Mermaid made, and its id. */
interface Rendered {
  readonly svg: string;
  readonly name: string;
}

/** Draws diagrams, one after the other: Mermaid has one configuration for all. */
export class Drawer {
  private last: Promise<unknown> = Promise.resolve();
  /** The pictures by everything that they depend on. They are kept since a reader comes back to notes. */
  private readonly drawn = new Map<string, Rendered>();
  private count = 0;
  private configured = '';

  constructor(
    private readonly nonce: string,
    /** The element in which texts are measured. */
    private readonly stage: HTMLElement,
  ) {}

  /** Draws a diagram. `id` is that of the picture's place and unique in the page. */
  draw(text: string, id: string, theme: Theme): Promise<Drawing> {
    const drawing = this.last.then(() => this.drawNow(text, id, theme));
    this.last = drawing.catch(() => undefined);
    return drawing;
  }

  private async drawNow(text: string, id: string, theme: Theme): Promise<Drawing> {
    const marked = prepareDiagram(text);
    const first = await this.attempt(marked.text, id, theme);
    if (first.ok || !marked.anchors.some(({ mark }) => mark !== undefined)) return { ...first, anchors: marked.anchors };
    // A mark may be at fault. A picture without marks is worth more than some of its links.
    const plain = prepareDiagram(text, false);
    return { ...(await this.attempt(plain.text, id, theme)), anchors: plain.anchors };
  }

  private async attempt(
    text: string,
    id: string,
    theme: Theme,
  ): Promise<{ ok: true; picture: SafePicture } | { ok: false; error: string }> {
    try {
      const { svg, name } = await this.render(text, id, theme);
      const picture = safePicture(svg, name);
      return picture === undefined ? { ok: false, error: '' } : { ok: true, picture };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    } finally {
      this.stage.replaceChildren();
    }
  }

  private async render(text: string, id: string, theme: Theme): Promise<Rendered> {
    const key = JSON.stringify([id, theme, text]);
    const known = this.drawn.get(key);
    if (known !== undefined) return known;
    this.configure(theme);
    // The id is a new one, since Mermaid removes an element with the same id from the page: the picture that is still shown.
    const name = `${id}-${++this.count}`;
    const { svg } = await withInlineStyles(this.nonce, () => mermaid.render(name, text, this.stage));
    if (this.drawn.size >= mostDrawn) this.drawn.clear();
    this.drawn.set(key, { svg, name });
    return { svg, name };
  }

  private configure(theme: Theme): void {
    const key = JSON.stringify(theme);
    if (key === this.configured) return;
    this.configured = key;
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      theme: 'base',
      themeVariables: theme,
      fontFamily: theme.fontFamily,
      fontSize: Number.parseFloat(theme.fontSize),
      // Texts are drawn as texts, since HTML in a picture follows other rules in each browser.
      htmlLabels: false,
      flowchart: { useMaxWidth: false, padding: 12 },
      sequence: { useMaxWidth: false, mirrorActors: true, width: 120, height: 44, actorMargin: 28, diagramMarginX: 8 },
      // The settings that a diagram may not change itself.
      secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', ...ofTheme],
    });
  }
}

/** The colours are the editor's, whatever a diagram says. */
const ofTheme = ['theme', 'themeVariables', 'themeCSS', 'darkMode', 'fontFamily', 'altFontFamily', 'htmlLabels', 'look'];

/** The most pictures that are kept. */
const mostDrawn = 30;
