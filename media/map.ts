import './map.css';
import { hostChannel, vscode } from './dom/host';
import { MapPage } from './map/page';

/** The map's page. It draws what the host tells of a source tree, and tells the host where the reader wants to go. */
void new MapPage(document.body, hostChannel(), vscode).start();
