import type { FormField } from '@zhaoguan/contracts';
import { citedMessage, type FormFault } from '@zhaoguan/forms';
import type { AriaAttributes } from 'react';

/** One thing that is wrong with an answer, or is to be looked at twice, as it is said at the field. */
export interface FaultLine {
  readonly key: string;
  /** Of the answer that it is about: of a table, one of its cells. */
  readonly pointer: string;
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
        pointer: fault.pointer,
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

/** Id of a line on the page, for the control that it is about to name it. */
export const idOfLine = (field: string, index: number): string => `${field}-fault-${index + 1}`;

/** What is said of a control to who does not see its colour: whether it is wrong, and by which lines. */
export type SpokenFault = Pick<AriaAttributes, 'aria-invalid' | 'aria-describedby'>;

/**
 * The lines about one control, as it names them; a hint makes nothing wrong.
 * @param id of the field, on the page
 * @param pointer of a cell, where it is not for the whole field
 */
export function spokenFault(lines: readonly FaultLine[], id: string, pointer?: string): SpokenFault {
  const here = lines
    .map((line, index) => ({ ...line, id: idOfLine(id, index) }))
    .filter((line) => pointer === undefined || line.pointer === pointer);
  if (here.length === 0) return {};
  return {
    ...(here.some(({ severity }) => severity === 'ERROR') ? { 'aria-invalid': true } : {}),
    'aria-describedby': here.map((line) => line.id).join(' '),
  };
}

/** How one place of a table is marked, for the eye and the ear. */
export interface CellMark {
  readonly status: 'error' | 'warning';
  readonly spoken: SpokenFault;
}

/**
 * Which places of a table are marked, by their pointer inside it: `/0/places`, and an empty one for the table itself. The worse of two
 * faults counts.
 * @param lines all that is said below the table
 * @param id of the table, on the page
 */
export function cellMarks(
  rows: FormField,
  lines: readonly FaultLine[],
  id: string,
): ReadonlyMap<string, CellMark> {
  return new Map(
    lines.map(({ pointer }) => {
      const spoken = spokenFault(lines, id, pointer);
      const status = spoken['aria-invalid'] ? ('error' as const) : ('warning' as const);
      return [pointer.slice(rows.pointer.length), { status, spoken }];
    }),
  );
}
