import type { Node, Query } from 'web-tree-sitter';
import { plainSource } from '../symbols/sourceText';
import type { AssetReader } from '../syntax/assets';
import { languageOf, type LanguageId } from '../syntax/language';
import { OpenTrees } from '../syntax/openTrees';
import type { LoadedLanguage, Parsers } from '../syntax/parsers';
import { lazily } from '../util/lazily';
import { LineIndex } from '../util/lineIndex';
import { readColours } from './colours';
import { readFolds } from './folds';

/** What a text shows of itself: see {@link readColours} and {@link readFolds}. No colours where the editor has them itself. */
export interface Syntax {
  readonly colours: Uint32Array;
  readonly folds: Uint32Array;
}

/** The queries of a language, as they are called in the package. */
const queryFiles: Readonly<Record<LanguageId, { readonly colours?: string; readonly folds: string }>> = {
  java: { folds: 'java-folds.scm' },
  scala: { colours: 'scala-colours.scm', folds: 'scala-folds.scm' },
};

interface Queries {
  readonly colours: Query | undefined;
  readonly folds: Query;
}

/** Reads the syntax of texts in editors. Whole texts are parsed, bodies too; those that are typed in, from the tree that they had. */
export class SyntaxReader {
  private readonly trees = new OpenTrees<Syntax>();
  private readonly queries = new Map<LanguageId, () => Promise<Queries>>();

  constructor(
    private readonly parsers: Parsers,
    private readonly assets: AssetReader,
  ) {}

  /** Undefined for what is no source of a known language, is none at all, or is too much for the parser. */
  async read(uri: string, file: string, text: string): Promise<Syntax | undefined> {
    const info = languageOf(file);
    const source = plainSource(text);
    if (info === undefined || 'unread' in source) return undefined;
    const language = await this.parsers.load(info.id);
    const queries = await this.queriesOf(language);
    try {
      return this.trees.find(uri, source.text, language, (root) => syntaxOf(root, source.text, queries));
    } catch {
      // A text that the parser does not survive stays as it is.
      return undefined;
    }
  }

  private queriesOf(language: LoadedLanguage): Promise<Queries> {
    const { id } = language.info;
    const load = this.queries.get(id) ?? lazily(() => this.load(language));
    this.queries.set(id, load);
    const loading = load();
    // What could not be read is tried again.
    loading.catch(() => this.queries.delete(id));
    return loading;
  }

  private async load(language: LoadedLanguage): Promise<Queries> {
    const { colours, folds } = queryFiles[language.info.id];
    const compile = async (name: string): Promise<Query> =>
      language.createQuery(new TextDecoder().decode(await this.assets.read(name)));
    return { colours: colours === undefined ? undefined : await compile(colours), folds: await compile(folds) };
  }
}

function syntaxOf(root: Node, text: string, { colours, folds }: Queries): Syntax {
  const lines = new LineIndex(text);
  return {
    colours: colours === undefined ? new Uint32Array() : readColours(root, colours, lines),
    folds: readFolds(root, folds, text, lines),
  };
}
