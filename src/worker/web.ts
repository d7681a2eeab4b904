import { serve } from './loop';
import { hostChannel } from './webPort';

/** The worker's entry in a browser: a dedicated worker, which asks the host for every file and asset. */
serve(hostChannel, { readFile: () => undefined });
