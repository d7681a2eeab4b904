import type { Memento } from 'vscode';
import type { NoteAddress } from '../../core/progress/readMarks';
import { readStepPlace, type StepPlace } from '../../core/trails/stepPlace';
import { isRecord } from '../../core/util/record';

const key = 'trails';

/** The most places that are kept, which is more than anybody leaves in the middle of a trail. */
const most = 50;

/** The place at which a reader left a trail of a note. What an older version stored has the first two alone. */
export interface LeftTrail {
  readonly address: NoteAddress;
  readonly place: StepPlace;
  /** The words by which the reader knows the trail and the step, to say that they are gone. */
  readonly name?: string;
  readonly step?: string;
  /** The keys of the steps that the reader went on from, see `stepKey`. */
  readonly done?: readonly string[];
  /** Whether the reader was walking all notes. */
  readonly isAll?: boolean;
}

export interface StoredTrails {
  /** The status of the trail that the reader walks, which is the first of `left`; undefined where none is walked. */
  readonly status: 'walking' | 'paused' | undefined;
  /** The places, each trail once, the one left last first. */
  readonly left: readonly LeftTrail[];
}

/** The reader's trails in this workspace, kept through reloading the window. */
export class TrailStore {
  constructor(private readonly state: Memento) {}

  read(): StoredTrails {
    const value: unknown = this.state.get(key);
    if (!isRecord(value)) return { status: undefined, left: [] };
    const list: readonly unknown[] = Array.isArray(value.left) ? value.left : [];
    const left = list.flatMap(readLeft);
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

function readLeft(value: unknown): LeftTrail[] {
  if (!isRecord(value) || !isRecord(value.address)) return [];
  const { folder, path } = value.address;
  const place = readStepPlace(value.place);
  if (place === undefined || typeof folder !== 'string' || typeof path !== 'string') return [];
  const { name, step, isAll } = value;
  const done: readonly unknown[] = Array.isArray(value.done) ? value.done : [];
  return [
    {
      address: { folder, path },
      place,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof step === 'string' ? { step } : {}),
      done: done.filter((one) => typeof one === 'string'),
      isAll: isAll === true,
    },
  ];
}
