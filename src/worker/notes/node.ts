import { hostChannel } from '../port';
import { serveNotes } from './serveNotes';

serveNotes(hostChannel());
