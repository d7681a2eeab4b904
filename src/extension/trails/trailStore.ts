import type { Memento } from 'vscode';
import type { NoteAddress } from '../../core/progress/readMarks';
import { readStepPlace, type StepPlace } from '../../core/trails/stepPlace';
import { isRecord } from '../../core/util/record';

const key = 'trails';

/** The most places that are kept, which is more than anybody leaves in the middle of a trail. */
const most = 50;

/** The place at which a reader left the trail of a note. */
export interface LeftTrail {
  readonly address: NoteAddress;
  readonly place: StepPlace;
}

export interface StoredTrails {
  /** The status of the trail that the reader walks, which is the first of `left`; undefined where none is walked. */
  readonly status: 'walking' | 'paused' | undefined;
  /** The places, each note once, the one left last first. */
  readonly left: readonly LeftTrail[];
}

/** The reader's trails in this workspace, kept through reloading the window. */
export class TrailStore {
  constructor(private readonly state: Memento) {}

  read(): StoredTrails {
    const value: unknown = this.state.get(key);
    if (!isRecord(value)) return { status: undefined, left: [] };
    const list: readonly unknown[] = Array.isArray(value.left) ? value.left : [];
    const left = list.flatMap((one): LeftTrail[] => {
      const [address, place] = isRecord(one) ? [one.address, readStepPlace(one.place)] : [];
      if (!isRecord(address) || place === undefined) return [];
      const { folder, path } = address;
      return typeof folder === 'string' && typeof path === 'string' ? [{ address: { folder, path }, place }] : [];
    });
    const { status } = value;
    return { status: left.length > 0 && (status === 'walking' || status === 'paused') ? status : undefined, left };
  }

  /** The trail is stored in the background, since a trail that is not kept is no reason to stop the reader. */
  write({ status, left }: StoredTrails): void {
    void this.state.update(key, left.length === 0 ? undefined : { status, left: left.slice(0, most) });
  }
}

export function isSameAddress(one: NoteAddress, other: NoteAddress): boolean {
  return one.folder === other.folder && one.path === other.path;
}
