import type { CreditRuleRow, Kind } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { forces, pointsOn, type CreditEvent } from './grade';

type Told = CreditEvent & { readonly text: string };

/** What the institution itself can do for a better grade, in words: put right what forces it down, then earn bonuses. */
export function improvements(
  events: readonly Told[],
  rules: readonly CreditRuleRow[],
  kind: Kind,
  on: PlainDate,
): string[] {
  const forced = events
    .filter((event) => forces(event, on))
    .map((event) => `完成整改并经主管部门确认后，“${event.text}”不再直接确定等级`);
  const earned = new Set(
    events
      .filter((event) => event.direction === 'BONUS' && pointsOn(event, on) > 0)
      .map((event) => event.ruleCode),
  );
  const open = rules
    .filter((rule) => rule.direction === 'BONUS' && (rule.kind === null || rule.kind === kind))
    .filter((rule) => !earned.has(rule.code))
    .map((rule) => `${rule.name}，可加 ${rule.points} 分`);
  return [...forced, ...open];
}
