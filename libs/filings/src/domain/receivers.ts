import type { FilingEnd, InstitutionStatus, Kind, Regime } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { ServiceNotice } from './service-notice';

/** An institution that a notice names as taking people in, and how many; null where it takes over all (承接机构). */
export interface NamedReceiver {
  readonly name: string;
  readonly people: number | null;
}

/** What the public register knows of one of that name and kind. */
export interface KnownReceiver {
  readonly institutionId: string;
  /** As it is called now. */
  readonly name: string;
  readonly status: InstitutionStatus;
  readonly district: string;
  /** As the public register shows it: of a 家庭托育点 its area alone. */
  readonly address: string;
  /** How it will stop or end by what is accepted already; null where nothing of that kind lies ahead. */
  readonly stopsAs: 'suspend' | 'close' | null;
  /** Since when; null also where that day has come and it is not in force. */
  readonly stopsOn: string | null;
  /** How it has asked to stop or end, from when on and by which filing; null where nothing waits for a decision that the reader may see. */
  readonly asks: {
    readonly as: 'suspend' | 'close';
    readonly from: string | null;
    readonly filingId: string;
  } | null;
  /** Beds (床位) or places (托位). */
  readonly capacity: number;
  /** What it holds, and what the authority made of it (注销、撤销), since when; null while it is in force. */
  readonly regime: Regime;
  readonly endedAs: FilingEnd | null;
  readonly endedOn: string | null;
}

/** One that is offered while its name is typed; of whose places some may be taken, which the register does not know. */
export interface SuggestedReceiver {
  readonly institutionId: string;
  readonly name: string;
  readonly capacity: number;
}

/** What is looked for: in the county, for so many people, and never the one that ends. */
export interface WantedReceiver {
  readonly kind: Kind;
  readonly district: string;
  readonly own: string | null;
  readonly typed: string;
  readonly people: number;
}

export const RECEIVER_DOUBTS = [
  'UNKNOWN',
  'SEVERAL',
  'FILING_ENDED',
  'NOT_OPERATING',
  'ABOUT_TO_STOP',
  'ASKS_TO_STOP',
  'TOO_FEW_PLACES',
  'ITSELF',
] as const;
export type ReceiverDoubt = (typeof RECEIVER_DOUBTS)[number];

/** As it is on a day: of a stop that was not in force on its own day, from when on it will be is not known. */
export const knownOn = (known: KnownReceiver, today: PlainDate): KnownReceiver =>
  known.stopsOn !== null && known.stopsOn <= today ? { ...known, stopsOn: null } : known;

/** Each name once, the people who go there together. */
export function namedReceivers(notice: ServiceNotice | null): NamedReceiver[] {
  const people = new Map<string, number>();
  for (const { destination, name, people: some } of notice?.placements ?? []) {
    const called = name?.trim();
    if (destination === 'OTHER_INSTITUTION' && called) people.set(called, (people.get(called) ?? 0) + some);
  }
  const successor = notice?.successor?.trim();
  return [
    ...[...people].map(([name, sum]) => ({ name, people: sum })),
    ...(successor && !people.has(successor) ? [{ name: successor, people: null }] : []),
  ];
}

const hasNotEnded = ({ status, endedAs }: KnownReceiver): boolean => status !== 'CLOSED' && endedAs === null;

/** Who takes over by an accepted closure: the one of the name in the county, as long as neither it nor its filing has ended; of several nobody knows which. */
export function successorIn(
  known: readonly KnownReceiver[],
  { own, district }: { readonly own: string; readonly district: string },
): string | null {
  const others = known.filter(
    (each) => each.institutionId !== own && each.district === district && hasNotEnded(each),
  );
  return others.length === 1 ? (others[0]?.institutionId ?? null) : null;
}

/**
 * What stands against it by the register: a hint for both sides, for a name may be misspelt, and who lives there is not known.
 * Of several of one name those that have ended do not count, as long as one stands.
 * @param own institution that ends
 */
export function receiverDoubt(
  { people }: NamedReceiver,
  known: readonly KnownReceiver[],
  own: string | null,
): ReceiverDoubt | null {
  const others = known.filter(({ institutionId }) => institutionId !== own);
  const standing = others.filter(hasNotEnded);
  const [one] = standing.length > 0 ? standing : others;
  if (one === undefined) return known.length > 0 ? 'ITSELF' : 'UNKNOWN';
  if (standing.length > 1) return 'SEVERAL';
  if (one.status !== 'CLOSED' && one.endedAs !== null) return 'FILING_ENDED';
  if (one.status !== 'OPERATING') return 'NOT_OPERATING';
  if (one.stopsAs !== null) return 'ABOUT_TO_STOP';
  if (one.asks !== null) return 'ASKS_TO_STOP';
  return people !== null && people > one.capacity ? 'TOO_FEW_PLACES' : null;
}

/** A closure of another one whose notice gives a name that an institution bears, or bore. */
export interface SendingClosure {
  readonly filingId: string;
  /** The institution that ends. */
  readonly ending: string;
  readonly name: string;
  readonly endsOn: string | null;
  /** The name as it is given there. */
  readonly called: string;
  /** How many go there by it; null where it is named as taking over alone. */
  readonly people: number | null;
  /** Of a granted one: found then as who takes over (承接机构). */
  readonly takesOver: boolean;
  readonly granted: boolean;
  /** Whether the closure itself is the reader's to open. */
  readonly readable: boolean;
}

/**
 * What of it concerns the institution; null where nothing does. Who takes over by a granted one was found then, and stays so.
 * @param isMeant whether it is the one of that name by now
 */
export function receivedBy(
  { people, takesOver, granted }: SendingClosure,
  isMeant: boolean,
): Pick<SendingClosure, 'people' | 'takesOver'> | null {
  const received = { people: isMeant ? people : null, takesOver: takesOver && (granted || isMeant) };
  return received.people === null && !received.takesOver ? null : received;
}
