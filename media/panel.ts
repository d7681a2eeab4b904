import './panel.css';
import { laterScripts } from '../src/protocol/panel';
import { hostChannel, vscode } from './dom/host';
import { Memory } from './page/memory';
import type { Assets } from './page/assets';
import { Page } from './page/page';

/** The note panel's page: it shows what the host sends and tells it what the reader clicks. It keeps only where the reader is. */
const script = document.currentScript;
const assets = {
  nonce: script?.nonce ?? '',
  scripts: Object.fromEntries(laterScripts.map((name) => [name, script?.dataset[name] ?? ''])) as Assets['scripts'],
  findKey: script?.dataset.findKey !== undefined,
};
void new Page(document.body, hostChannel(), new Memory(vscode), assets).start();
