import type { Binding } from '../../core/bindings/binding';
import type { PanelAct, PanelChoices } from '../../protocol/panel';
import type { Choices } from '../model/choices';
import type { Model } from '../model/model';

import { choiceAt, panelChoices } from './panelChoices';

/** What a page asks about anchors. It remembers the list that it gave last, which is what the reader chooses from. */
export class PanelAnchors {
  private last: { readonly note: string; readonly text: string; readonly choices: Choices } | undefined;

  constructor(private readonly model: Pick<Model, 'notes' | 'navigation'>) {}

  /** Opens the code of an anchor, or returns what it may mean. `kept` is what was known of it where its note is gone. */
  async open(note: string, text: string, kept: Binding | undefined): Promise<PanelChoices | undefined> {
    const choices = await this.model.navigation.openOrList(note, text, kept);
    this.last = choices && { note, text, choices };
    return choices && panelChoices(choices, this.model.notes.folderOf(note)?.own === true);
  }

  /** Does nothing where the list is another one than the page believes, or has no such place. */
  async choose(note: string, text: string, act: PanelAct, place: string): Promise<void> {
    const { last } = this;
    if (last?.note !== note || last.text !== text) return;
    const { choices } = last;
    const choice = choiceAt(choices, place);
    if (act === 'search' || act === 'markdown') await this.model.navigation.act(note, text, choices, { act });
    else if (choice !== undefined) await this.model.navigation.act(note, text, choices, { act, choice });
  }
}
