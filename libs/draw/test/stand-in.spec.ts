import fc from 'fast-check';
import {
  computeDraw,
  DrawError,
  pickReplacement,
  pickStandIn,
  type DrawInput,
  type DrawResult,
  type StandIn,
  type StandInInput,
} from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { draws, sampleDraw } from './cases.builder';
import { referencePick } from './reference';

const sample = sampleDraw({
  inspectors: Array.from({ length: 12 }, (_, i) => ({
    department: i % 2 ? 'civil-affairs' : 'fire-rescue',
    districts: i < 8 ? '*' : [i % 4],
  })),
});
const drawn = computeDraw(sample, nodeSm3);

/** Who leaves the first target of a draw: the first of its first team. */
function leaving(draw: DrawInput, result: DrawResult, changes: Partial<StandInInput> = {}): StandInInput {
  const [first] = result.selected;
  return {
    ...draw,
    result,
    replacements: [],
    standIns: [],
    target: draw.targets.find(({ id }) => id === first!.target)!,
    left: first!.teams[0]!.inspectors[0]!,
    absent: new Set(),
    ...changes,
  };
}

const refused = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    if (error instanceof DrawError) return error.code;
    throw error;
  }
};

describe('pickStandIn', () => {
  it('[DR-26] picks, for the slot after the last one used, from those who can go', () => {
    const input = leaving(sample, drawn);
    const { target, left } = input;
    const standIn = pickStandIn(input, nodeSm3);
    const team = drawn.selected[0]!.teams[0]!;
    const candidates = sample.inspectors
      .filter(({ id, department }) => department === team.department && !team.inspectors.includes(id))
      .filter(({ districts }) => districts.includes('*') || districts.includes(target.district))
      .filter(({ id }) => !sample.conflicts.some((c) => c.inspector === id && c.target === target.id))
      .map(({ id }) => id)
      .sort();
    expect(candidates.length).toBeGreaterThan(1);
    const wanted = sample.announcement.demands[0]!.inspectors;
    const seed = Buffer.from(drawn.seed, 'hex');
    expect(standIn).toEqual({
      target: target.id,
      department: team.department,
      left,
      joined: referencePick(seed, target.id, team.department, wanted, candidates),
      absent: [],
    });
    const others = candidates.filter((id) => id !== standIn.joined);
    const second = pickStandIn(
      {
        ...input,
        standIns: [standIn],
        left: standIn.joined!,
        absent: new Set([left, others[0]!, 'elsewhere']),
      },
      nodeSm3,
    );
    const rest = others.slice(1);
    expect(second).toMatchObject({ left: standIn.joined, absent: [left, others[0]].sort() });
    expect(second.joined).toBe(referencePick(seed, target.id, team.department, wanted + 1, rest));
  });

  it('[DR-26] finds nobody when all are absent, and does not know who is not in the team', () => {
    const everybody = new Set(sample.inspectors.map(({ id }) => id));
    const lonely = leaving(sample, drawn, { absent: everybody });
    const nobody = pickStandIn(lonely, nodeSm3);
    expect(nobody).toMatchObject({ target: lonely.target.id, left: lonely.left, joined: null });
    expect(nobody.absent.length).toBeGreaterThan(0);
    const input = leaving(sample, drawn);
    const standIn = pickStandIn(input, nodeSm3);
    expect(refused(() => pickStandIn({ ...input, standIns: [standIn] }, nodeSm3))).toBe('NOT_SELECTED');
  });

  it('[DR-26] brings back whoever was in the team before and can go again, before anybody else', () => {
    const input = leaving(sample, drawn);
    const first = pickStandIn(input, nodeSm3);
    const again = { ...input, standIns: [first], left: first.joined! };
    expect(pickStandIn(again, nodeSm3)).toMatchObject({
      left: first.joined,
      joined: input.left,
      absent: [],
    });
    const everybody = new Set(sample.inspectors.map(({ id }) => id));
    const nobody = pickStandIn({ ...again, absent: everybody }, nodeSm3);
    expect(nobody.joined).toBeNull();
    expect(nobody.absent).toContain(input.left);
  });

  it('[DR-26] sends whoever has as many targets as allowed only where nobody else can go', () => {
    const input = leaving(sample, drawn);
    const full = { ...input, announcement: { ...sample.announcement, maxLoad: 1 } };
    const serving = new Set(drawn.selected.flatMap(({ teams }) => teams.flatMap((team) => team.inspectors)));
    const rested = sample.inspectors.map(({ id }) => id).filter((id) => !serving.has(id));
    const pressed = pickStandIn({ ...full, absent: new Set([input.left, ...rested]) }, nodeSm3);
    expect(serving.has(pressed.joined!)).toBe(true);
  });

  it('[DR-26] keeps within department, district and conflicts, and within maxLoad as long as somebody is', () => {
    let picked = 0;
    fc.assert(
      fc.property(draws, fc.nat(), (random, n) => {
        let result: DrawResult;
        try {
          result = computeDraw(random, nodeSm3);
        } catch (error) {
          if (error instanceof DrawError) return;
          throw error;
        }
        const selected = result.selected[n % Math.max(1, result.selected.length)];
        if (!selected) return;
        const target = random.targets.find(({ id }) => id === selected.target)!;
        const { department, inspectors } = selected.teams[0]!;
        const standIns: StandIn[] = [];
        const ever = new Set(inspectors);
        for (let left = inspectors[0]!; ;) {
          const absent = new Set([...standIns.map((one) => one.left), left]);
          const standIn = pickStandIn(
            { ...random, result, replacements: [], standIns, target, left, absent },
            nodeSm3,
          );
          const { joined } = standIn;
          if (joined === null) return;
          picked += 1;
          const inspector = random.inspectors.find(({ id }) => id === joined)!;
          expect(inspector.department).toBe(department);
          expect(inspector.districts.some((d) => d === '*' || d === target.district)).toBe(true);
          expect(random.conflicts).not.toContainEqual({ inspector: joined, target: target.id });
          expect(joined).not.toBe(left);
          expect(ever.has(joined)).toBe(false);
          const isFull = (id: string): boolean =>
            result.selected.filter(({ teams }) => teams.some((t) => t.inspectors.includes(id))).length >=
            random.announcement.maxLoad;
          if (isFull(joined)) {
            const rested = random.inspectors.filter(
              (one) =>
                one.department === department &&
                one.districts.some((d) => d === '*' || d === target.district) &&
                !random.conflicts.some((c) => c.inspector === one.id && c.target === target.id) &&
                !ever.has(one.id) &&
                !isFull(one.id),
            );
            expect(rested).toEqual([]);
          }
          ever.add(joined);
          standIns.push(standIn);
          left = joined;
        }
      }),
      { numRuns: 1000 },
    );
    expect(picked).toBeGreaterThan(0);
  });

  it('[DR-20] counts against the most of an inspector when a target is replaced afterwards', () => {
    const standIn = pickStandIn(leaving(sample, drawn), nodeSm3);
    const voided = drawn.selected.at(-1)!.target;
    const count = (standIns: readonly StandIn[], maxLoad: number) =>
      refused(
        () =>
          pickReplacement(
            {
              ...sample,
              announcement: { ...sample.announcement, maxLoad },
              // Nobody but the one who stood in could be sent.
              inspectors: sample.inspectors.filter(
                ({ id, department }) => id === standIn.joined || department !== standIn.department,
              ),
              result: drawn,
              replacements: [],
              standIns,
              voided,
            },
            nodeSm3,
          ).target,
      );
    const others = drawn.selected.slice(0, -1);
    const load = others.filter(({ teams }) =>
      teams.some((t) => t.inspectors.includes(standIn.joined!)),
    ).length;
    expect(count([], load + 1)).not.toBe('INFEASIBLE');
    expect(count([standIn], load + 1)).toBe('INFEASIBLE');
    // Where the inspection is called off in its turn, nobody is sent there any more.
    const calledOff: StandIn = { ...standIn, left: standIn.joined!, joined: null };
    expect(count([standIn, calledOff], load + 1)).not.toBe('INFEASIBLE');
  });
});
