import { l10n } from 'vscode';
import type { SourceOrigin } from '../../source/getSource';
import type { FaultCode } from '../../source/sourceError';
import type { SourceFailure } from '../editor/platform';
import { saidBySystem } from '../editor/words';

/** Describes an origin in a list to choose from. */
export function describeOrigin(origin: SourceOrigin): { readonly label: string; readonly detail: string } {
  switch (origin) {
    case 'maven':
      return {
        label: l10n.t('Maven Central'),
        detail: l10n.t('Source jars of all modules, with the generated classes. Uses mvn.'),
      };
    case 'archive':
      return { label: l10n.t('Apache archive'), detail: l10n.t('The release as it was published, checked against its SHA-512.') };
    case 'github':
      return { label: 'GitHub', detail: l10n.t('The tag of the release in the repository apache/kafka.') };
    default:
      return origin satisfies never;
  }
}

/** Describes progress. `done` and `total` are bytes while one file is downloaded, else pieces. */
export function describeStep(step: 'download' | 'unpack' | 'check', done: number, total: number | undefined): string {
  const percent = total === undefined || total === 0 ? '' : ` ${Math.floor((done / total) * 100)} %`;
  switch (step) {
    case 'download':
      return l10n.t('downloading{0}', percent);
    case 'unpack':
      return l10n.t('unpacking{0}', percent);
    case 'check':
      return l10n.t('checking{0}', percent);
    default:
      return step satisfies never;
  }
}

/** Says what was wrong with what came; `code` and `value` are those of a fault of ours, empty where somebody else said the words. */
function describeFault(words: string, code: FaultCode | '', value: string): string {
  switch (code) {
    case 'bytes':
      return l10n.t('it has more than {0} bytes', value);
    case 'files':
      return l10n.t('it has more than {0} files', value);
    case 'path':
      return l10n.t('it names a path that is not possible everywhere: {0}', value);
    case 'still':
      return l10n.t('nothing was unpacked for {0} seconds', value);
    case 'redirects':
      return l10n.t('it redirects more than {0} times', value);
    case 'redirect':
      return l10n.t('it redirects to an address that is none: {0}', value);
    case '':
      return saidBySystem(words);
    default:
      return code satisfies never;
  }
}

/** Says why the source could not be had; undefined where the reader cancelled. */
export function describeFailure({ code, args }: SourceFailure): string | undefined {
  const [first = '', second = '', third = '', fourth = ''] = args;
  switch (code) {
    case 'http':
      return l10n.t('{0} answered with HTTP status {1}.', first, second);
    case 'network':
      return l10n.t('{0} cannot be reached: {1}', first, describeFault(second, third as FaultCode | '', fourth));
    case 'unsafe':
      return l10n.t('{0} is no https address, so anybody on the way could change what comes from it.', first);
    case 'silent':
      return l10n.t('{0} has sent nothing for {1} seconds.', first, second);
    case 'occupied':
      return l10n.t('{0} holds something else, which is not replaced. Choose an empty folder.', first);
    case 'truncated':
      return l10n.t('The download of {0} broke off: {1} of {2} bytes came.', first, second, third);
    case 'wrongHash':
      return l10n.t('{0} is not what it should be: its hash is {2} instead of {1}. Nothing was kept.', first, second, third);
    case 'noHash':
      return l10n.t('There is no hash to check at {0}. Nothing was kept.', first);
    case 'broken':
      return l10n.t('{0} is broken: {1}. Nothing was kept.', first, describeFault(second, third as FaultCode | '', fourth));
    case 'disk':
      return l10n.t('The files could not be written: {0}', saidBySystem(first));
    case 'noMaven':
      return l10n.t('Maven (mvn) is not on the PATH.');
    case 'maven':
      return l10n.t('Maven failed. Its own words: {0}', first);
    case 'cancelled':
      return undefined;
    default:
      return code satisfies never;
  }
}
