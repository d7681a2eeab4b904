import './panel.css';
import { hostChannel, vscode } from './dom/host';
import { Memory } from './page/memory';
import { Page } from './page/page';

/** The note panel's page: it shows what the host sends and tells it what the reader clicks. It keeps only where the reader is. */
const script = document.currentScript;
const assets = {
  nonce: script?.nonce ?? '',
  scripts: {
    diagrams: script?.dataset.diagrams ?? '',
    maths: script?.dataset.maths ?? '',
    colours: script?.dataset.colours ?? '',
    purifier: script?.dataset.purifier ?? '',
  },
  findKey: script?.dataset.findKey !== undefined,
};
void new Page(document.body, hostChannel(), new Memory(vscode), assets).start();
