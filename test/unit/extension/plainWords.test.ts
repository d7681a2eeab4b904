import { expect } from 'chai';
import { withoutIcons, withoutLinks } from '../../../src/extension/editor/plainWords';

/** Finds what the editor makes links of in the words of its messages, as `parseLinkedText` in microsoft/vscode does. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

/** Returns what the editor shows of a label: `parseLabelWithIcons` and `renderLabelWithIcons` in microsoft/vscode. */
function shown(label: string): string {
  return label.replace(/(\\)?\$\(([a-z\d-]+(?:~[a-z]+)?)\)/gi, (whole: string, escape?: string) =>
    escape === undefined ? '<icon>' : whole.slice(1),
  );
}

describe('words of a stranger in the editor’s own lists and messages', () => {
  it('show as they are, without an icon', () => {
    for (const words of [
      '$(alert)',
      '$(sync~spin) $(SYNC~SPIN)',
      '$(a)$(b)',
      '\\$(alert)',
      '\\\\$(alert)',
      '$(date +%s)',
      '$($(alert))',
      '$(',
      '`$(x)`',
    ]) {
      expect(shown(withoutIcons(words)), words).to.equal(words);
    }
  });

  it('are no link, and look as they are written', () => {
    for (const words of [
      '[x](command:workbench.action.closeWindow)',
      '../[x](command:a.b "title")',
      '[[x](command:a)](command:b)',
      '![x](http://127.0.0.1/a.png)',
      '[a](file:///etc/passwd)[b](COMMAND:c)',
      '[](command:a)',
      '](](command:a)',
    ]) {
      const safe = withoutLinks(words);
      expect([...safe.matchAll(link)], words).to.be.empty;
      expect(safe.replaceAll('\u2060', ''), words).to.equal(words);
    }
  });
});
