import { createHash } from 'node:crypto';
import type { Announcement, DrawInput, DrawResult, Target } from '@zhaoguan/draw';

/**
 * The draw once more, written sentence by sentence from the specification, with no thought of speed and without a line
 * of the library: what both compute is what the specification says.
 */
type Bytes = Buffer;
const sm3 = (bytes: Uint8Array): Bytes => createHash('sm3').update(bytes).digest();
const u32 = (n: number): Bytes => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
const utf8 = (text: string): Bytes => Buffer.from(text, 'utf8');
const lp = (bytes: Bytes): Bytes => Buffer.concat([u32(bytes.length), bytes]);
const H = (tag: string, ...parts: Bytes[]): Bytes =>
  sm3(Buffer.concat([utf8('zhaoguan-draw-v1'), utf8(tag), ...parts].map(lp)));
const bytewise = (a: string, b: string): number => Buffer.compare(utf8(a), utf8(b));
const lines = (rows: string[][]): Bytes =>
  utf8(
    rows
      .map((fields) => `${fields.join('\t')}\n`)
      .sort(bytewise)
      .join(''),
  );

export function referenceJcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(referenceJcs).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${referenceJcs(item)}`).join(',')}}`;
}

/** Completes an announcement with the commitment and the digests of what is to be drawn from. */
export function announce(
  draft: Omit<Announcement, 'spec' | 'commitment' | 'targetsDigest' | 'inspectorsDigest' | 'conflictsDigest'>,
  input: Omit<DrawInput, 'announcement'>,
): Announcement {
  const nonce = Buffer.from(input.nonce, 'hex');
  return {
    ...draft,
    spec: 'zhaoguan-draw-v1',
    commitment: H('commitment', nonce).toString('hex'),
    targetsDigest: sm3(lines(input.targets.map((t) => [t.id, t.stratum, t.district]))).toString('hex'),
    inspectorsDigest: H(
      'inspectors',
      nonce,
      lines(input.inspectors.map((i) => [i.id, i.department, [...i.districts].sort(bytewise).join(',')])),
    ).toString('hex'),
    conflictsDigest: H(
      'conflicts',
      nonce,
      lines(input.conflicts.map((c) => [c.inspector, c.target])),
    ).toString('hex'),
  };
}

export class Infeasible extends Error {
  constructor(
    readonly target: string,
    readonly department: string,
  ) {
    super('INFEASIBLE');
  }
}

/** Step 3. */
export const referenceTicket = (seed: Bytes, id: string): string =>
  H('target', seed, utf8(id)).toString('hex');

interface Sample {
  readonly seed: Bytes;
  readonly drawn: readonly (Target & { readonly ticket: string })[];
  readonly reserves: Record<string, string[]>;
}

/** Steps 2 to 4. */
export function referenceSample(input: DrawInput): Sample {
  const { announcement } = input;
  const seed = H(
    'seed',
    sm3(utf8(referenceJcs(announcement))),
    Buffer.from(input.nonce, 'hex'),
    utf8(input.beaconValue),
  );
  const order = input.targets
    .map((target) => ({ ...target, ticket: referenceTicket(seed, target.id) }))
    .sort((a, b) => bytewise(a.ticket, b.ticket) || bytewise(a.id, b.id));
  const reserves: [string, string[]][] = [];
  const taken = new Set<string>();
  for (const { key, basisPoints, minimum } of announcement.strata) {
    const members = order.filter((target) => target.stratum === key);
    const share = Number((BigInt(members.length) * BigInt(basisPoints) + 9999n) / 10000n);
    const n = Math.min(members.length, Math.max(minimum, share));
    members.slice(0, n).forEach((target) => taken.add(target.id));
    reserves.push([key, members.slice(n).map((target) => target.id)]);
  }
  const drawn = order.filter((target) => taken.has(target.id));
  return { seed, drawn, reserves: Object.fromEntries(reserves) };
}

/** Steps 2 to 6, of input that step 1 would let through. */
export function referenceDraw(input: DrawInput): DrawResult {
  const { seed, drawn, reserves } = referenceSample(input);
  const teams = referenceTeams(input, drawn, seed);
  const selected = drawn.map(({ id, stratum, ticket: hex }, i) => ({
    rank: i + 1,
    target: id,
    stratum,
    ticket: hex,
    teams: input.announcement.demands.map(({ department }) => ({
      department,
      inspectors: [...teams.get(department)!.get(id)!].sort(bytewise),
    })),
  }));
  const text = selected
    .flatMap((s) =>
      s.teams.map((t) => `${s.rank}\t${s.target}\t${t.department}\t${t.inspectors.join(',')}\n`),
    )
    .join('');
  return {
    seed: seed.toString('hex'),
    resultDigest: H('result', seed, utf8(text)).toString('hex'),
    reserves,
    selected,
  };
}

type Teams = Map<string, Set<string>>;

/** Candidate number x mod m of step 5. */
export function referencePick(
  seed: Bytes,
  target: string,
  department: string,
  slot: number,
  candidates: readonly string[],
): string {
  const m = BigInt(candidates.length);
  for (let counter = 0; ; counter++) {
    const x = H('pick', seed, utf8(target), utf8(department), u32(slot), u32(counter)).readBigUInt64BE(0);
    if (x < (2n ** 64n / m) * m) return candidates[Number(x % m)]!;
  }
}

function referenceTeams(input: DrawInput, drawn: readonly Target[], seed: Bytes): Map<string, Teams> {
  const { demands, maxLoad } = input.announcement;
  const load = new Map(input.inspectors.map((inspector) => [inspector.id, 0]));
  const all = new Map<string, Teams>();
  for (const { department, inspectors: wanted } of demands) {
    const teams: Teams = new Map(drawn.map((target) => [target.id, new Set<string>()]));
    all.set(department, teams);
    const eligible = (target: Target): string[] =>
      input.inspectors
        .filter((i) => i.department === department)
        .filter((i) => i.districts.includes('*') || i.districts.includes(target.district))
        .filter((i) => !input.conflicts.some((c) => c.inspector === i.id && c.target === target.id))
        .map((i) => i.id)
        .filter((id) => !teams.get(target.id)!.has(id))
        .sort(bytewise);
    for (const target of drawn) {
      for (let slot = 0; slot < wanted; slot++) {
        const candidates = eligible(target).filter((id) => load.get(id)! < maxLoad);
        if (candidates.length === 0) {
          if (!repair(target, drawn, teams, eligible, load, maxLoad))
            throw new Infeasible(target.id, department);
          continue;
        }
        const chosen = referencePick(seed, target.id, department, slot, candidates);
        teams.get(target.id)!.add(chosen);
        load.set(chosen, load.get(chosen)! + 1);
      }
    }
  }
  return all;
}

function repair(
  short: Target,
  drawn: readonly Target[],
  teams: Teams,
  eligible: (target: Target) => string[],
  load: Map<string, number>,
  maxLoad: number,
): boolean {
  const queue = [short];
  const reachedThrough = new Map<Target, string>();
  const visitedFrom = new Map<string, Target>();
  for (let u = queue.shift(); u; u = queue.shift()) {
    for (const i of eligible(u)) {
      if (visitedFrom.has(i)) continue;
      visitedFrom.set(i, u);
      if (load.get(i)! < maxLoad) {
        teams.get(u.id)!.add(i);
        load.set(i, load.get(i)! + 1);
        while (u !== short) {
          const through: string = reachedThrough.get(u)!;
          teams.get(u.id)!.delete(through);
          u = visitedFrom.get(through)!;
          teams.get(u.id)!.add(through);
        }
        return true;
      }
      for (const served of drawn) {
        if (served === short || reachedThrough.has(served) || !teams.get(served.id)!.has(i)) continue;
        reachedThrough.set(served, i);
        queue.push(served);
      }
    }
  }
  return false;
}
