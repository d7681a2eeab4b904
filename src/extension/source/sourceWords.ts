import { l10n } from 'vscode';
import type { SourceOrigin } from '../../source/getSource';
import type { SourceFailure } from '../editor/platform';

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

/** Says why the source could not be had; undefined where the reader cancelled. */
export function describeFailure({ code, args }: SourceFailure): string | undefined {
  const [first = '', second = '', third = ''] = args;
  switch (code) {
    case 'http':
      return l10n.t('{0} answered with HTTP status {1}.', first, second);
    case 'network':
      return l10n.t('{0} cannot be reached: {1}', first, second);
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
      return l10n.t('{0} is broken: {1}. Nothing was kept.', first, second);
    case 'disk':
      return l10n.t('The files could not be written: {0}', first);
    case 'noMaven':
      return l10n.t('Maven (mvn) is not on the PATH.');
    case 'maven':
      return l10n.t('Maven failed: {0}', first);
    case 'cancelled':
      return undefined;
    default:
      return code satisfies never;
  }
}
