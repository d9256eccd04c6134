import { matterInWords } from '@zhaoguan/contracts';
import type { RemovalLine } from '../removals/queries';
import type { Filing, FilingLine } from './queries';

type Line = Pick<FilingLine, 'id' | 'type' | 'regime' | 'renewal' | 'status' | 'statusLabel'>;
type Removal = Pick<RemovalLine, 'type' | 'regime' | 'typeLabel' | 'statusLabel' | 'ground'>;
type Own = Pick<Filing, 'type' | 'status' | 'renewal'>;

const UNDECIDED: ReadonlySet<FilingLine['status']> = new Set(['SUBMITTED', 'RETURNED']);
const ENDED: ReadonlySet<RemovalLine['status']> = new Set(['DECIDED', 'DROPPED', 'ANNULLED']);

export const isUndecided = ({ status }: Pick<Line, 'status'>): boolean => UNDECIDED.has(status);
export const isRunning = ({ status }: Pick<RemovalLine, 'status'>): boolean => !ENDED.has(status);

/** What else was handed in about the institution and is not decided. */
export const othersOf = <Other extends Line>(ownId: string, lines: readonly Other[]): Other[] =>
  lines.filter((line) => line.id !== ownId && isUndecided(line));

/** What runs against the institution, or against the licence that is asked to go on: what is granted is another one, of which nobody was heard. */
export function removalInWords({ renewal }: Pick<Own, 'renewal'>, removal: Removal): string {
  const { typeLabel, statusLabel, ground } = removal;
  return renewal === null
    ? `这家机构正在办理${typeLabel}（${statusLabel}）：${ground.label}。`
    : `现有许可正在办理${typeLabel}（${statusLabel}）：${ground.label}。准予延续后是新的许可证，对现有许可证的这一件不能再作决定，需要的另行启动。请先商定两件的处理。`;
}

export const otherInWords = (line: Line): string =>
  `这家机构的${matterInWords(line)}也在办理（${line.statusLabel}）。`;

/** Who closes ends by themselves what a cancellation ends; anything else says of the institution what the removal denies. */
const contradictsRemoval = ({ type }: Own, removal: Removal): boolean =>
  type !== 'CLOSURE' || removal.type !== 'CANCELLATION';

/** Before the grant; null where both can hold. */
export function removalBeforeGrant(own: Own, removal: Removal): string | null {
  if (own.renewal !== null) return removalInWords(own, removal);
  return contradictsRemoval(own, removal)
    ? `${removalInWords(own, removal)}准予本件与它相矛盾，请先核对事实，商定两件的处理。`
    : null;
}

const STOPS: ReadonlySet<Filing['type']> = new Set(['SUSPENSION', 'CLOSURE']);

/** Who stops does not ask for a licence to serve, nor for it to go on; null where both can hold. */
export function otherBeforeGrant({ type }: Own, line: Line): string | null {
  const opposed =
    (type === 'INITIAL' && STOPS.has(line.type)) || (STOPS.has(type) && line.type === 'INITIAL');
  return opposed ? `${otherInWords(line)}准予本件与它相矛盾，请先核对，商定两件的处理。` : null;
}
