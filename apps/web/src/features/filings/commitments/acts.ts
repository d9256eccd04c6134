import type { Act } from '../../../shared/ui/history';
import type { Filing, Material } from '../queries';

export type Commitment = NonNullable<Material['commitment']>;

/** What was handed in and judged after the acceptance, as lines of the history of the case. */
export function commitmentsInHistory({ materials }: Pick<Filing, 'materials'>): Act[] {
  return materials.flatMap(({ code, name, commitment }) =>
    (commitment?.acts ?? []).map(({ seq, at, label, actorName, reason }): Act => ({
      id: `commitment-${code}-${seq}`,
      at,
      label: `告知承诺（${name}）：${label}`,
      actor: actorName ?? '系统',
      ...(reason === null ? {} : { reason }),
    })),
  );
}

/** A file that is not the last one any more, and why. */
export interface EarlierFile {
  readonly version: number;
  readonly fileName: string;
  readonly size: number;
  readonly handedInAt: string;
  readonly returned: boolean;
  readonly reason: string | null;
}

/** What was handed in before the file that stands or waits now; the returned one itself where nothing has come since. */
export function earlierFiles({ acts }: Pick<Commitment, 'acts'>): EarlierFile[] {
  return acts.flatMap(({ file, at }, place) => {
    if (file === null || file.outcome === 'CURRENT') return [];
    const returned = file.outcome === 'RETURNED';
    const judged = returned ? acts.slice(place).find(({ action }) => action === 'return') : undefined;
    const { version, fileName, size } = file;
    return [{ version, fileName, size, handedInAt: at, returned, reason: judged?.reason ?? null }];
  });
}
