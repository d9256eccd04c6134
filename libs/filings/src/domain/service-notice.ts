import type { Prolonged } from '@zhaoguan/contracts';
import { normalizeLines, normalizeText, plainDate, type PlainDate } from '@zhaoguan/kernel';

/** Where those go who live there (安置去向). */
export const DESTINATIONS = ['OTHER_INSTITUTION', 'HOME', 'HOSPITAL', 'OTHER'] as const;
export type Destination = (typeof DESTINATIONS)[number];

export interface Placement {
  readonly destination: Destination;
  readonly people: number;
  /** The institution that takes them in. */
  readonly name: string | null;
}

/**
 * What an institution says when it stops, goes on or ends (暂停、恢复、终止服务). `null` is “not filled in yet”.
 * @law 老年人权益保障法第四十六条; 托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export interface ServiceNotice {
  /** From this day on the service is stopped, goes on, or has ended. */
  readonly startsOn: PlainDate | null;
  /** Of a suspension: when it is expected to go on. */
  readonly endsOn: PlainDate | null;
  readonly reason: string | null;
  /** When those who live there, or their guardians, were told in writing. */
  readonly notifiedOn: PlainDate | null;
  readonly residents: number | null;
  readonly placements: readonly Placement[];
  /** What is to be given back of fees paid in advance, fen. */
  readonly refundFen: number | null;
  readonly refundBy: PlainDate | null;
  /** Of a closure: who takes over. */
  readonly successor: string | null;
  /** Of a closure: who keeps the files. */
  readonly recordsKeptBy: string | null;
}

/** As it is typed: absent keeps what is there, `null` clears it. */
export interface NoticeInput {
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly reason?: string | null;
  readonly notifiedOn?: string | null;
  readonly residents?: number | null;
  readonly placements?: readonly { destination: Destination; people: number; name?: string | null }[] | null;
  readonly refundFen?: number | null;
  readonly refundBy?: string | null;
  readonly successor?: string | null;
  readonly recordsKeptBy?: string | null;
}

const EMPTY: ServiceNotice = {
  startsOn: null,
  endsOn: null,
  reason: null,
  notifiedOn: null,
  residents: null,
  placements: [],
  refundFen: null,
  refundBy: null,
  successor: null,
  recordsKeptBy: null,
};

/** Lays the input over what is there. @throws INVALID_DATE */
export function noticeFrom(
  input: NoticeInput | null | undefined,
  current: ServiceNotice | null,
): ServiceNotice | null {
  if (input === undefined) return current;
  if (input === null) return null;
  const kept = current ?? EMPTY;
  const day = (typed: string | null | undefined, was: PlainDate | null) =>
    typed === undefined ? was : typed === null || typed.trim() === '' ? null : plainDate(typed);
  const text = (typed: string | null | undefined, was: string | null) =>
    typed === undefined ? was : normalizeText(typed ?? '') || null;
  const same = <T>(typed: T | null | undefined, was: T | null) => (typed === undefined ? was : typed);
  return {
    startsOn: day(input.startsOn, kept.startsOn),
    endsOn: day(input.endsOn, kept.endsOn),
    reason: input.reason === undefined ? kept.reason : normalizeLines(input.reason ?? '') || null,
    notifiedOn: day(input.notifiedOn, kept.notifiedOn),
    residents: same(input.residents, kept.residents),
    placements:
      input.placements === undefined
        ? kept.placements
        : (input.placements ?? []).map(({ destination, people, name }) => ({
            destination,
            people,
            name: normalizeText(name ?? '') || null,
          })),
    refundFen: same(input.refundFen, kept.refundFen),
    refundBy: day(input.refundBy, kept.refundBy),
    successor: text(input.successor, kept.successor),
    recordsKeptBy: text(input.recordsKeptBy, kept.recordsKeptBy),
  };
}

/** The suspension that a resumption ends or a prolonging prolongs, as it was told last, for who fills in or decides on that. */
export interface EndedSuspension extends Pick<ServiceNotice, 'startsOn' | 'endsOn' | 'reason'> {
  readonly filingId: string;
  readonly filedOn: PlainDate | null;
  /** Whether that was a prolonging (延长暂停): then the reason is that of the prolonging. */
  readonly prolonged: boolean;
}

interface ToldSuspension {
  readonly id: string;
  readonly filedOn: PlainDate | null;
  /** Of one that was prolonged (延长暂停), since when it runs. */
  readonly prolongs: Prolonged | null;
  readonly application: { readonly notice: ServiceNotice | null };
}

/** @param inForceOn from which day on it holds, where that has come: it may be later than the day that was told */
export function endedSuspension(
  { id, filedOn, prolongs, application: { notice } }: ToldSuspension,
  inForceOn: PlainDate | null,
): EndedSuspension | null {
  if (notice === null) return null;
  const { endsOn, reason } = notice;
  const startsOn = prolongs === null ? (inForceOn ?? notice.startsOn) : prolongs.since;
  return { filingId: id, filedOn, startsOn, endsOn, reason, prolonged: prolongs !== null };
}
