import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { codeColoursOf, readTokenRules, type CodeColours, type TokenRule } from '../../core/theme/codeColours';

/** The depth to which themes may include others. */
const mostIncludes = 8;

/** A theme as an extension's package.json declares it. */
interface DeclaredTheme {
  readonly id?: string;
  readonly label: string;
  readonly uiTheme: string;
  readonly path: string;
}

interface FoundTheme extends DeclaredTheme {
  readonly uri: vscode.Uri;
}

/**
 * Returns the colours that the active theme, with the reader's changes to it, gives to code. They are empty where they cannot be
 * had: a theme of another machine, or one in TextMate's own format. The editor tells extensions no colours of code, but its
 * themes are files.
 */
export async function readThemeColours(): Promise<CodeColours> {
  const theme = activeTheme();
  if (theme === undefined) return {};
  const rules = await readRules(theme.uri, mostIncludes);
  return codeColoursOf([...rules, ...ownRules(theme.id ?? theme.label)]);
}

const uiThemes: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: 'vs',
  [vscode.ColorThemeKind.Dark]: 'vs-dark',
  [vscode.ColorThemeKind.HighContrast]: 'hc-black',
  [vscode.ColorThemeKind.HighContrastLight]: 'hc-light',
};

/**
 * Returns the active theme. The editor says its kind and the settings say its name, in another setting for each kind where the
 * editor follows the system.
 */
function activeTheme(): FoundTheme | undefined {
  const { kind } = vscode.window.activeColorTheme;
  const setting = (name: string): string | undefined => vscode.workspace.getConfiguration().get<string>(name);
  const preferred = {
    [vscode.ColorThemeKind.Light]: setting('workbench.preferredLightColorTheme'),
    [vscode.ColorThemeKind.Dark]: setting('workbench.preferredDarkColorTheme'),
    [vscode.ColorThemeKind.HighContrast]: setting('workbench.preferredHighContrastColorTheme'),
    [vscode.ColorThemeKind.HighContrastLight]: setting('workbench.preferredHighContrastLightColorTheme'),
  }[kind];
  const chosen = setting('workbench.colorTheme');
  const follows = vscode.workspace.getConfiguration('window').get('autoDetectColorScheme') === true;
  const names = follows ? [preferred, chosen] : [chosen, preferred];
  const themes = declaredThemes().filter(({ uiTheme }) => uiTheme === uiThemes[kind]);
  for (const name of names) {
    const theme = themes.find(({ id, label }) => (id ?? label) === name);
    if (theme !== undefined) return theme;
  }
  return undefined;
}

function declaredThemes(): FoundTheme[] {
  return vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) => {
    const { contributes } = packageJSON as { readonly contributes?: { readonly themes?: unknown } };
    const themes = Array.isArray(contributes?.themes) ? (contributes.themes as readonly unknown[]) : [];
    return themes.filter(isTheme).map((theme) => ({ ...theme, uri: vscode.Uri.joinPath(extensionUri, theme.path) }));
  });
}

function isTheme(value: unknown): value is DeclaredTheme {
  const theme = value as Partial<Record<keyof DeclaredTheme, unknown>> | null;
  return typeof theme?.label === 'string' && typeof theme.uiTheme === 'string' && typeof theme.path === 'string';
}

/** Reads a theme's rules. The rules of what it includes come first, since its own override them. */
async function readRules(uri: vscode.Uri, includes: number): Promise<TokenRule[]> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const theme = parse(text, [], { allowTrailingComma: true }) as
    { readonly include?: unknown; readonly tokenColors?: unknown } | undefined;
  const included =
    typeof theme?.include === 'string' && includes > 0
      ? await readRules(vscode.Uri.joinPath(uri, '..', theme.include), includes - 1)
      : [];
  return [...included, ...readTokenRules(theme?.tokenColors)];
}

/** Returns the rules of `editor.tokenColorCustomizations`: those for all themes, then those for this one. */
function ownRules(theme: string): TokenRule[] {
  const own =
    vscode.workspace.getConfiguration('editor').get<Readonly<Record<string, unknown>>>('tokenColorCustomizations') ?? {};
  const ofTheme = own[`[${theme}]`] as Readonly<Record<string, unknown>> | undefined;
  return [own, ofTheme].flatMap((rules) => [
    ...Object.entries(scopesOfWords).flatMap(([word, scope]) =>
      readTokenRules([{ scope, settings: typeof rules?.[word] === 'string' ? { foreground: rules[word] } : rules?.[word] }]),
    ),
    ...readTokenRules(rules?.textMateRules),
  ]);
}

/** The setting's words for the most common scopes. */
const scopesOfWords = {
  comments: 'comment',
  strings: 'string',
  keywords: 'keyword',
  numbers: 'constant.numeric',
  types: 'entity.name.type',
  functions: 'entity.name.function',
  variables: 'variable',
} as const;
