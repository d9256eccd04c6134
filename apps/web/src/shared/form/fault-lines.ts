import type { FormField } from '@zhaoguan/contracts';
import { citedMessage, type FormFault } from '@zhaoguan/forms';

/** One thing that is wrong with an answer, or is to be looked at twice, as it is said at the field. */
export interface FaultLine {
  readonly key: string;
  readonly severity: FormFault['severity'];
  readonly text: string;
}

/**
 * What is said at a field, one line each: what is wrong before what is only a hint, what a rule found together. Who broke a
 * rule in five rows reads its 依据 once, behind the last of them.
 */
export function faultLines(field: FormField, faults: readonly FormFault[]): readonly FaultLine[] {
  const rules = new Map<string, FormFault[]>();
  for (const fault of faults) {
    const rule = JSON.stringify([fault.severity, fault.code, fault.basis]);
    rules.set(rule, [...(rules.get(rule) ?? []), fault]);
  }
  const found = [...rules.values()];
  const ordered = ['ERROR', 'WARNING'].flatMap((severity) =>
    found.filter(([first]) => first?.severity === severity),
  );
  return ordered.flatMap((ofRule) =>
    ofRule.map((fault, index) => {
      const said = index === ofRule.length - 1 ? citedMessage(fault) : fault.message;
      const cell = cellOf(field, fault.pointer);
      return {
        key: `${fault.pointer} ${fault.code} ${index}`,
        severity: fault.severity,
        text: cell === '' ? said : `${cell}：${said}`,
      };
    }),
  );
}

/** Where in a table a pointer points: `第 1 行托位数`; nothing for the table itself. */
export function cellOf(rows: FormField, pointer: string): string {
  const [, index, column] = /^\/(\d+)(\/.+)?$/.exec(pointer.slice(rows.pointer.length)) ?? [];
  if (index === undefined) return '';
  return `第 ${Number(index) + 1} 行${rows.fields?.find((each) => each.pointer === column)?.label ?? ''}`;
}

export type CellStatus = 'error' | 'warning';

/** Which cells of a table are marked, by their pointer inside it: `/0/places`. The worse of two counts. */
export function cellMarks(rows: FormField, faults: readonly FormFault[]): ReadonlyMap<string, CellStatus> {
  const marks = new Map<string, CellStatus>();
  for (const { pointer, severity } of faults) {
    const cell = pointer.slice(rows.pointer.length);
    if (severity === 'ERROR') marks.set(cell, 'error');
    else if (!marks.has(cell)) marks.set(cell, 'warning');
  }
  return marks;
}
