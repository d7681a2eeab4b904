import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import {
  colours,
  commands,
  contextKeys,
  extensionId,
  linkCommands,
  noteTab,
  settings,
  views,
  walkthrough,
} from '../../../src/extension/editor/contributions';

const root = join(__dirname, '..', '..', '..');

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

interface Walkthrough {
  readonly id: string;
  readonly steps: readonly {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly svg: string; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly additionalProperties?: boolean;
}

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly name: string;
  readonly publisher: string;
  readonly l10n: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly viewsContainers: Readonly<Record<'activitybar' | 'secondarySidebar', readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly colors: readonly { readonly id: string }[];
  };
}

const manifest = readJson('package.json') as Manifest;
const { contributes } = manifest;

/** Returns the path of every TypeScript file of the extension. */
function sources(folder = join(root, 'src', 'extension')): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** Returns the first arguments of all calls of `l10n.t`. */
function localisedStrings(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(file))) {
      const [message] = node.arguments;
      if (message === undefined || !ts.isStringLiteralLike(message))
        throw new Error(`${path}: not a literal: ${node.getText(file)}`);
      found.push(message.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function placeholders(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

describe('contributions', () => {
  it('has the id that the code uses', () => {
    expect(extensionId).to.equal(`${manifest.publisher}.${manifest.name}`);
  });

  it('declares exactly the commands that the code registers', () => {
    expect(contributes.commands.map(({ command }) => command)).to.have.members(Object.values(commands));
    for (const id of Object.values(linkCommands)) expect(Object.values<string>(commands)).not.to.include(id);
  });

  it('puts only declared commands into menus and on keys', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    expect(Object.values(commands)).to.include.members(used.map(({ command }) => command));
  });

  it('declares exactly the views that the code fills', () => {
    const { activitybar, secondarySidebar } = contributes.viewsContainers;
    expect([activitybar, secondarySidebar].map((containers) => containers.map(({ id }) => id))).to.deep.equal([
      [views.container],
      [views.panelContainer],
    ]);
    expect(contributes.views[views.container]?.map(({ id }) => id)).to.deep.equal([views.outline, views.references]);
    expect(contributes.views[views.panelContainer]?.map(({ id }) => id)).to.deep.equal([views.panel]);
  });

  it('declares exactly the settings that the code reads', () => {
    const { section, ...names } = settings;
    expect(Object.keys(contributes.configuration.properties)).to.have.members(
      Object.values(names).map((name) => `${section}.${name}`),
    );
  });

  it('takes from a folder that is not trusted only settings that can be a few values and no others', () => {
    const isClosed = ({ type, enum: values, properties, additionalProperties }: Setting): boolean =>
      type === 'boolean' ||
      values !== undefined ||
      (type === 'object' && additionalProperties === false && Object.values(properties ?? {}).every(isClosed));
    const open = Object.entries(contributes.configuration.properties).flatMap(([name, setting]) =>
      isClosed(setting) ? [] : [name],
    );
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).to.equal('limited');
    expect(restrictedConfigurations).to.have.members(open);
    expect(open).to.include.members([settings.notesFolders, settings.sourceFolders].map((name) => `${settings.section}.${name}`));
  });

  it('declares exactly the colours that the code uses', () => {
    expect(contributes.colors.map(({ id }) => id)).to.have.members(Object.values(colours));
  });

  it('asks in when clauses only for context keys that the code sets', () => {
    const places = [...Object.values(contributes.menus), ...Object.values(contributes.views), contributes.keybindings];
    const clauses = places.flat().flatMap(({ when }) => when ?? []);
    const asked = clauses.flatMap((clause) => clause.match(/kafkaNotes\.\w+/g) ?? []);
    const known: readonly string[] = [...Object.values(contextKeys), ...Object.values(views), noteTab];
    expect(known).to.include.members(asked);
  });

  it('has first steps with pictures, whose links are commands and which can be completed', () => {
    const [steps, ...others] = contributes.walkthroughs;
    expect(others).to.be.empty;
    expect(steps?.id).to.equal(walkthrough);
    for (const { media, completionEvents } of steps?.steps ?? []) {
      expect(readFileSync(join(root, media.svg), 'utf8'), media.svg).to.match(/^<svg [^]*<\/svg>\s*$/);
      for (const event of completionEvents) {
        const [kind, id] = event.split(/:| /);
        const known = { onContext: contextKeys, onCommand: commands }[kind ?? ''] ?? {};
        expect(Object.values<string>(known), event).to.include(id);
      }
    }
  });

  it('links only to commands in the words of the package, to the same ones in both languages', () => {
    const linksOf = (words: string): string[] =>
      Array.from(words.matchAll(/\(command:([\w.]+)(?:\?[\w%]*)?\)/g), ([, id]) => id ?? '');
    const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map(
      (name) => readJson(name) as Readonly<Record<string, string>>,
    );
    const linked = Object.entries(english ?? {}).filter(([, words]) => linksOf(words).length > 0);
    expect(linked.length).to.be.greaterThan(4);
    for (const [key, words] of linked) {
      expect(Object.values<string>(commands), key).to.include.members(linksOf(words));
      expect(linksOf(chinese?.[key] ?? ''), key).to.deep.equal(linksOf(words));
    }
  });

  it('marks each link of the first steps as one of theirs', () => {
    const argument = encodeURIComponent(JSON.stringify([walkthrough]));
    for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const words = Object.entries(readJson(name) as Readonly<Record<string, string>>);
      const steps = words.flatMap(([key, text]) => (key.startsWith('walkthrough.') ? [text] : [])).join('\n');
      const links = Array.from(steps.matchAll(/\(command:[^)]*\)/g), ([link]) => link);
      expect(links, name).to.have.length(8);
      for (const link of links) expect(link, name).to.satisfy((one: string) => one.endsWith(`?${argument})`));
    }
  });

  it('has words for every %key% of the package, in both languages, and no others', () => {
    const keys = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g), ([, key]) => key));
    for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
      expect(Object.keys(readJson(name) as object), name).to.have.members([...keys]);
    }
  });

  it('has each string of the code in both bundles, with the same placeholders, and no others', () => {
    const strings = [...new Set(sources().flatMap(localisedStrings))];
    expect(strings).not.to.be.empty;
    for (const name of ['bundle.l10n.json', 'bundle.l10n.zh-cn.json']) {
      const bundle = readJson(join(manifest.l10n, name)) as Readonly<Record<string, string>>;
      expect(Object.keys(bundle), name).to.have.members(strings);
      for (const [key, words] of Object.entries(bundle))
        expect(placeholders(words), `${name}: ${key}`).to.deep.equal(placeholders(key));
    }
  });

  it('puts the message of an error into a sentence only as the words of the system, which no language of ours has', () => {
    const raw = sources().filter((path) => !path.endsWith(join('editor', 'words.ts')));
    const found = raw.flatMap((path) => {
      const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
      const text = file.getFullText();
      if (!/\bshow(?:Error|Warning|Information)\(|sayInPassing\(/.test(text)) return [];
      return Array.from(text.matchAll(/error\.message|throw new Error\(/g), ([words]) => `${path}: ${words}`);
    });
    expect(found).to.deep.equal([]);
    const chinese = readJson(join(manifest.l10n, 'bundle.l10n.zh-cn.json')) as Readonly<Record<string, string>>;
    // Names, signs and placeholders are the same in all languages; a sentence without a Chinese character is none.
    const untold = Object.entries(chinese).filter(([key, words]) => key === words && /[a-z]{2,} [a-z]{2,}/.test(key));
    expect(untold).to.deep.equal([]);
  });
});
