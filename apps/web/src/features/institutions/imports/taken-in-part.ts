import type { Tone } from '../../../shared/ui/mark';
import type { DirectoryImport } from './queries';

type Counted = Pick<DirectoryImport, 'state' | 'faulty' | 'added' | 'unchanged'>;

/** Where rows were wrong: whether any of the others were taken; null where none was wrong, or it has not come to its end. */
export function takenInPart({ state, faulty, added, unchanged }: Counted): {
  readonly label: string;
  readonly tone: Tone;
} | null {
  if (state !== 'DONE' || faulty === 0) return null;
  if (added + unchanged === 0) return { label: '没有导入', tone: 'stopped' };
  return { label: added === 0 ? '没有新列入' : '部分导入', tone: 'attention' };
}
