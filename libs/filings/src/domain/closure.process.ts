import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/**
 * What the office finds once an institution has ended (终止后续核实): everybody is placed and the fees are given back, or not yet. A record is
 * never changed; what turns out otherwise is said by another one, with why. Who has ended reports that what was left is done, and the office
 * looks again.
 * @law 老年人权益保障法第四十六条: 养老机构变更或者终止的，应当妥善安置收住的老年人，有关部门应当提供帮助；托育机构管理规范（试行）第七条
 */
export const closureProcess = defineProcess({
  name: 'closure-follow-up',
  states: ['OPEN', 'UNSETTLED', 'REPORTED', 'SETTLED', 'CALLED_OFF'],
  initial: 'OPEN',
  actions: {
    settle: {
      from: ['OPEN', 'UNSETTLED', 'REPORTED'],
      to: 'SETTLED',
      permission: 'filing.verify',
      label: '核实已妥善安置、退费',
    },
    remain: {
      from: ['OPEN', 'UNSETTLED', 'REPORTED'],
      to: 'UNSETTLED',
      permission: 'filing.verify',
      label: '核实尚未完成',
    },
    report: {
      from: ['UNSETTLED'],
      to: 'REPORTED',
      permission: 'filing.file',
      label: '报告已完成',
      reasonRequired: true,
    },
    // The closure was taken back before its day (retraction.process.ts): nobody has left, and nothing is given back.
    callOff: {
      from: ['OPEN'],
      to: 'CALLED_OFF',
      permission: SYSTEM_ONLY,
      label: '终止服务已撤回，不再核实',
    },
    correct: {
      from: ['SETTLED'],
      to: 'SETTLED',
      permission: 'filing.verify',
      label: '更正核实记录',
      reasonRequired: true,
    },
    reopen: {
      from: ['SETTLED'],
      to: 'UNSETTLED',
      permission: 'filing.verify',
      label: '更正为尚未完成',
      reasonRequired: true,
    },
  },
});

export type ClosureStatus = StateOf<typeof closureProcess>;
export type ClosureAction = ActionOf<typeof closureProcess>;

export const CLOSURE_STATUS_LABELS: Readonly<Record<ClosureStatus, string>> =
  STATE_LABELS['closure-follow-up'];
