import type { Query } from 'web-tree-sitter';
import { plainSource } from '../symbols/sourceText';
import type { Assets } from '../syntax/assets';
import { languageOf, type LanguageId } from '../syntax/language';
import type { Make, OpenTrees } from '../syntax/openTrees';
import type { LoadedLanguage, Parsers } from '../syntax/parsers';
import { lazily } from '../util/lazily';
import { LineIndex } from '../util/lineIndex';
import type { Report } from '../util/report';
import { findColours } from './colours';
import { findFolds } from './folds';

/**
 * The colours and folds of a text: see {@link findColours} and {@link findFolds}. It has no colours in a language that the editor
 * colours itself.
 */
export interface Syntax {
  readonly colours: Uint32Array;
  readonly folds: Uint32Array;
}

/** The file names of each language's queries in the package. */
const queryFiles: Readonly<Record<LanguageId, { readonly colours?: string; readonly folds: string }>> = {
  java: { folds: 'java-folds.scm' },
  scala: { colours: 'scala-colours.scm', folds: 'scala-folds.scm' },
};

/**
 * Reads the syntax of texts in editors. It parses whole texts, bodies too, and a text that is typed in starts from the tree that
 * it had.
 */
export class SyntaxFinder {
  private readonly makers = new Map<LanguageId, () => Promise<Make<Syntax>>>();

  constructor(
    private readonly parsers: Parsers,
    private readonly assets: Assets,
    private readonly trees: OpenTrees,
    private readonly report: Report,
  ) {}

  /**
   * Returns the syntax of a text; undefined where it is no source of a known language, is not text at all, or is too much for the
   * parser.
   */
  async read(uri: string, file: string, text: string): Promise<Syntax | undefined> {
    const info = languageOf(file);
    const source = plainSource(text);
    if (info === undefined || 'unindexed' in source) return undefined;
    const language = await this.parsers.load(info.id);
    const make = await this.makerOf(language);
    try {
      return this.trees.find(uri, source.text, language, make);
    } catch (error) {
      // A text that the parser does not survive has no syntax.
      this.report(`find the colours and folds of ${uri}`, error);
      return undefined;
    }
  }

  private makerOf(language: LoadedLanguage): Promise<Make<Syntax>> {
    const { id } = language.info;
    const load = this.makers.get(id) ?? lazily(() => this.load(language));
    this.makers.set(id, load);
    const loading = load();
    // A failed load is tried again the next time.
    loading.catch(() => this.makers.delete(id));
    return loading;
  }

  private async load(language: LoadedLanguage): Promise<Make<Syntax>> {
    const files = queryFiles[language.info.id];
    const compile = async (name: string): Promise<Query> =>
      language.createQuery(new TextDecoder().decode(await this.assets.read(name)));
    const colours = files.colours === undefined ? undefined : await compile(files.colours);
    const folds = await compile(files.folds);
    return (root, text) => {
      const lines = new LineIndex(text);
      return {
        colours: colours === undefined ? new Uint32Array() : findColours(root, colours, lines),
        folds: findFolds(root, folds, text, lines),
      };
    };
  }
}
