import { Assignment } from './assign';
import { checkInput, type CheckedInput } from './checked-input';
import { Department } from './department';
import { seedOf, toLines } from './digests';
import { HASH_LENGTH, taggedHash, toHex, type Hash } from './hash';
import { Picker } from './pick';
import { ticketOrder, tickets } from './tickets';
import type { Conflict, DrawResult, Progress, Selected, Stratum } from './types';

const BASIS = 10_000;
const REPORT_EVERY = 1024;

/**
 * Computes a draw (抽取) from a bundle without its `result`: the same input gives the same result everywhere, always.
 * The input is checked as if it came from a stranger; `targets` may also be bytes in the canonical line form.
 * @throws DrawError when the input is refused or no assignment of inspectors exists
 */
export function computeDraw(input: unknown, hash: Hash): DrawResult {
  const steps = drawSteps(input, hash);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As computeDraw, pausing at every report so that a page can show progress and stay alive. */
export function* drawSteps(input: unknown, hash: Hash): Generator<Progress, DrawResult, void> {
  const checked = checkInput(input, hash);
  const seed = seedOf(checked.announcement.canonical, checked.nonce, checked.beaconValue, hash);
  const all = yield* tickets(checked.targets, seed, hash);
  const { rows, reserves } = sample(checked, ticketOrder(all));
  const drawn = describe(checked, rows, all);
  const selected = yield* withTeams(checked, drawn, seed, hash);
  return {
    seed: toHex(seed),
    resultDigest: toHex(taggedHash(hash, 'result', seed, resultLines(selected))),
    reserves,
    selected,
  };
}

/** How many of a stratum's `size` targets are taken. */
export function sampleSize({ basisPoints, minimum }: Stratum, size: number): number {
  return Math.min(size, Math.max(minimum, Math.ceil((size * basisPoints) / BASIS)));
}

/** Steps 3 and 4: the rows that are drawn, in ticket order, and what is left of each stratum. */
function sample(
  { announcement: { strata }, targets, stratumOf }: CheckedInput,
  order: Uint32Array,
): { rows: number[]; reserves: Record<string, string[]> } {
  const sizes = strata.map(() => 0);
  for (const stratum of stratumOf) sizes[stratum]!++;
  const wanted = strata.map((stratum, i) => sampleSize(stratum, sizes[i]!));
  const left: string[][] = strata.map(() => []);
  const rows: number[] = [];
  for (const row of order) {
    const stratum = stratumOf[row]!;
    if (wanted[stratum]! > 0) {
      wanted[stratum]!--;
      rows.push(row);
    } else {
      left[stratum]!.push(targets.ids[row]!);
    }
  }
  // fromEntries, since a stratum may be called __proto__.
  return { rows, reserves: Object.fromEntries(strata.map(({ key }, i) => [key, left[i]!])) };
}

interface Drawn extends Omit<Selected, 'teams'> {
  readonly district: string;
}

function describe({ targets }: CheckedInput, rows: readonly number[], all: Uint8Array): Drawn[] {
  return rows.map((row, i) => ({
    rank: i + 1,
    target: targets.ids[row]!,
    stratum: targets.strata[targets.stratumOf[row]!]!,
    ticket: toHex(all.subarray(row * HASH_LENGTH, (row + 1) * HASH_LENGTH)),
    district: targets.districts[targets.districtOf[row]!]!,
  }));
}

/** 回避 by target. */
export function conflictsByTarget(conflicts: readonly Conflict[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const { inspector, target } of conflicts) {
    const barred = index.get(target);
    if (barred) barred.add(inspector);
    else index.set(target, new Set([inspector]));
  }
  return index;
}

/** Step 5. */
function* withTeams(
  { announcement, inspectors, conflicts }: CheckedInput,
  drawn: readonly Drawn[],
  seed: Uint8Array,
  hash: Hash,
): Generator<Progress, Selected[], void> {
  const picker = new Picker(hash, seed);
  const barred = conflictsByTarget(conflicts);
  const total = announcement.demands.length * drawn.length;
  const assignments: Assignment[] = [];
  for (const demand of announcement.demands) {
    const department = new Department(demand.department, inspectors, announcement.maxLoad);
    const assignment = new Assignment(department, drawn, barred, picker);
    for (let rank = 0; rank < drawn.length; rank++) {
      assignment.fill(rank, demand.inspectors);
      if (rank % REPORT_EVERY === 0) {
        yield { phase: 'teams', done: assignments.length * drawn.length + rank, total };
      }
    }
    assignments.push(assignment);
  }
  return drawn.map(({ rank, target, stratum, ticket }) => ({
    rank,
    target,
    stratum,
    ticket,
    teams: assignments.map((assignment) => ({
      department: assignment.department.name,
      inspectors: assignment.teamIds(rank - 1),
    })),
  }));
}

/** The lines of step 6: rank, target, department, inspectors. */
function resultLines(selected: readonly Selected[]): Uint8Array {
  return toLines(
    selected.flatMap(({ rank, target, teams }) =>
      teams.map(({ department, inspectors }) => [String(rank), target, department, inspectors.join(',')]),
    ),
  );
}
