import { hostChannel } from '../webPort';
import { serveNotes } from './serveNotes';

serveNotes(hostChannel);
